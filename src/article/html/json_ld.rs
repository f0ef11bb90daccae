//! What a page says of itself in JSON-LD (schema.org `Article` and its kinds).

use scraper::{ElementRef, Html};
use serde_json::Value;

use super::mend;

/// Scripts larger than this are somebody's data, not a page's description. Those of live tickers hold all their entries.
const LARGEST: usize = 4 << 20;

/// What a page's JSON-LD describes.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Described {
    /// The first article.
    pub article: Option<JsonLd>,
    /// Days of publication: the article's, then those of the page that holds it.
    pub published: Vec<String>,
    /// When the article was changed.
    pub modified: Option<String>,
}

/// The facts of an article.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct JsonLd {
    pub headline: Option<String>,
    /// What it calls the article beside its headline.
    pub name: Option<String>,
    pub byline: Vec<String>,
    pub site: Option<String>,
    pub url: Option<String>,
    pub language: Option<String>,
    /// The article's text, with whatever markup the page left in it.
    pub body: Option<String>,
}

/// Reads every JSON-LD script until one describes an article.
pub(super) fn read(scripts: &[ElementRef<'_>]) -> Described {
    let mut described = Described::default();
    for script in scripts {
        let json: String = script.text().collect();
        let Some(value) = Some(json).filter(|j| j.len() <= LARGEST).and_then(|j| mend::parse(&j)) else { continue };
        let article = article_in(&value);
        let days = |object: &Value| ["datePublished", "dateCreated"].iter().filter_map(|key| text(object.get(*key))).collect::<Vec<_>>();
        if let Some(page) = described_in(&value, is_page) {
            described.published.extend(days(page));
        }
        if let Some(article) = article {
            described.published.splice(0..0, days(article));
            described.modified = text(article.get("dateModified"));
            described.article = Some(facts(article));
            break;
        }
    }
    described
}

/// The first object, outermost first, whose type is a kind of article.
fn article_in(value: &Value) -> Option<&Value> {
    described_in(value, is_article)
}

/// The first object, outermost first, of such a type. A value's depth is bounded by the parser (128).
fn described_in(value: &Value, is: fn(&str) -> bool) -> Option<&Value> {
    match value {
        Value::Array(items) => items.iter().find_map(|v| described_in(v, is)),
        Value::Object(object) if strings(object.get("@type")).iter().any(|t| is(t)) => Some(value),
        Value::Object(object) => {
            ["@graph", "mainEntity", "mainEntityOfPage"].iter().filter_map(|key| object.get(*key)).find_map(|v| described_in(v, is))
        }
        _ => None,
    }
}

/// A `WebPage` or `ItemPage`.
fn is_page(kind: &str) -> bool {
    matches!(kind.rsplit('/').next(), Some("WebPage" | "ItemPage"))
}

/// `NewsArticle`, `ReportageNewsArticle`, `BlogPosting`, `LiveBlogPosting`, `Report` …, also as a whole address.
fn is_article(kind: &str) -> bool {
    let kind = kind.rsplit('/').next().unwrap_or(kind);
    kind.ends_with("Article") || kind.ends_with("BlogPosting") || kind == "Report"
}

fn facts(article: &Value) -> JsonLd {
    JsonLd {
        headline: text(article.get("headline")).or_else(|| text(article.get("name"))),
        name: text(article.get("name")).filter(|_| article.get("headline").is_some()),
        byline: authors(article.get("author")),
        site: names(article.get("publisher")).into_iter().next(),
        url: text(article.get("url"))
            .or_else(|| text(article.get("mainEntityOfPage")))
            .or_else(|| text(article.get("mainEntityOfPage")?.get("@id"))),
        language: text(article.get("inLanguage")),
        body: strings(article.get("articleBody")).first().map(|b| (*b).to_owned()),
    }
}

fn strings(value: Option<&Value>) -> Vec<&str> {
    match value {
        Some(Value::String(s)) => vec![s],
        Some(Value::Array(items)) => items.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

fn text(value: Option<&Value>) -> Option<String> {
    strings(value).into_iter().map(plain).find(|s| !s.is_empty())
}

/// The names of persons or organizations: strings, objects with a name, or lists of both.
fn names(value: Option<&Value>) -> Vec<String> {
    let Some(value) = value else { return Vec::new() };
    match value {
        Value::String(s) => vec![plain(s)],
        Value::Array(items) => items.iter().flat_map(|v| names(Some(v))).collect(),
        Value::Object(object) => names(object.get("name")),
        _ => Vec::new(),
    }
    .into_iter()
    .filter(|n| !n.is_empty())
    .collect()
}

/// Who wrote it: of persons and bodies the persons.
fn authors(value: Option<&Value>) -> Vec<String> {
    let is_person = |author: &&Value| strings(author.get("@type")).iter().any(|kind| kind.rsplit('/').next() == Some("Person"));
    let persons: Vec<String> =
        value.and_then(Value::as_array).into_iter().flatten().filter(is_person).flat_map(|author| names(Some(author))).collect();
    if persons.is_empty() { names(value) } else { persons }
}

/// Without markup and entities, which many pages leave in their JSON.
fn plain(text: &str) -> String {
    if !text.contains(['<', '&']) {
        return text.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    super::tree::words(*Html::parse_fragment(text).root_element())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::html::catalogue::Catalogue;

    fn page(json: &str) -> Described {
        let html = Html::parse_document(&format!("<script type='application/ld+json'>{json}</script>"));
        read(&Catalogue::of(&html).described)
    }

    #[test]
    fn an_article_is_found_in_a_graph() {
        let found = page(
            r#"{"@graph": [{"@type": "WebSite", "name": "Post"}, {"@type": ["NewsArticle"], "headline": "Salt &amp; ferries",
               "datePublished": "2024-03-01T10:00:00Z", "dateModified": "2024-03-02", "author": [{"name": "A. Novak"}, "B. Lind"], "publisher": {"name": "The Harbour Post"},
               "mainEntityOfPage": {"@id": "https://harbour.example/salt"}}]}"#,
        );
        let expected = JsonLd {
            headline: Some("Salt & ferries".into()),
            name: None,
            byline: vec!["A. Novak".into(), "B. Lind".into()],
            site: Some("The Harbour Post".into()),
            url: Some("https://harbour.example/salt".into()),
            language: None,
            body: None,
        };
        assert_eq!(
            found,
            Described { article: Some(expected), published: vec!["2024-03-01T10:00:00Z".into()], modified: Some("2024-03-02".into()) }
        );
    }

    #[test]
    fn of_persons_and_bodies_the_persons_wrote_it() {
        let byline = |authors: &str| page(&format!(r#"{{"@type": "Article", "author": {authors}}}"#)).article.unwrap().byline;
        let body = r#"{"@type": "Organization", "name": "The Harbour Post"}"#;
        assert_eq!(byline(&format!(r#"[{{"@type": "Person", "name": "A. Novak"}}, {body}]"#)), ["A. Novak"]);
        assert_eq!(byline(body), ["The Harbour Post"]);
        assert_eq!(byline(&format!(r#"["A. Novak", {body}]"#)), ["A. Novak", "The Harbour Post"]);
    }

    #[test]
    fn what_is_no_article_or_no_json_is_passed_over() {
        for json in [r#"{"@type": "Organization", "name": "Post"}"#, r#"{"@type": "NewsArticle", "#, &"[".repeat(5000)] {
            assert_eq!(page(json), Described::default());
        }
    }

    #[test]
    fn the_pages_own_day_stands_behind_the_articles() {
        let found = page(
            r#"{"@graph": [{"@type": "WebPage", "datePublished": "2024-03-02"}, {"@type": "Article", "headline": "Salt", "dateCreated": "2024-03-01"}]}"#,
        );
        assert_eq!(found.published, ["2024-03-01", "2024-03-02"]);
        assert_eq!(page(r#"{"@type": "WebPage", "datePublished": "2024-03-02"}"#).published, ["2024-03-02"]);
        assert_eq!(page(r#"{"@type": "VideoObject", "datePublished": "2024-03-02"}"#), Described::default());
    }
}
