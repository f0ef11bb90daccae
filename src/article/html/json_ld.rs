//! What a page says of itself in JSON-LD (schema.org `Article` and its kinds).

use scraper::{Html, Selector};
use serde_json::Value;

/// Scripts larger than this are somebody's data, not a page's description.
const LARGEST: usize = 512 * 1024;

/// The facts of the first article that a page's JSON-LD describes.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct JsonLd {
    pub headline: Option<String>,
    pub published: Option<String>,
    pub byline: Vec<String>,
    pub site: Option<String>,
    pub url: Option<String>,
    pub language: Option<String>,
    /// The article's text, with whatever markup the page left in it.
    pub body: Option<String>,
}

/// Reads every `application/ld+json` script until one describes an article.
pub(super) fn read(html: &Html) -> Option<JsonLd> {
    let scripts = Selector::parse(r#"script[type="application/ld+json"]"#).ok()?;
    html.select(&scripts).find_map(|script| {
        let json: String = script.text().collect();
        if json.len() > LARGEST {
            return None;
        }
        serde_json::from_str(json.trim()).ok().as_ref().and_then(article_in).map(facts)
    })
}

/// The first object, outermost first, whose type is a kind of article. A value's depth is bounded by the parser (128).
fn article_in(value: &Value) -> Option<&Value> {
    match value {
        Value::Array(items) => items.iter().find_map(article_in),
        Value::Object(object) if strings(object.get("@type")).iter().any(|t| is_article(t)) => Some(value),
        Value::Object(object) => {
            ["@graph", "mainEntity", "mainEntityOfPage"].iter().filter_map(|key| object.get(*key)).find_map(article_in)
        }
        _ => None,
    }
}

/// `NewsArticle`, `ReportageNewsArticle`, `BlogPosting`, `LiveBlogPosting`, `Report` …, also as a whole address.
fn is_article(kind: &str) -> bool {
    let kind = kind.rsplit('/').next().unwrap_or(kind);
    kind.ends_with("Article") || kind.ends_with("BlogPosting") || kind == "Report"
}

fn facts(article: &Value) -> JsonLd {
    JsonLd {
        headline: text(article.get("headline")).or_else(|| text(article.get("name"))),
        published: text(article.get("datePublished")).or_else(|| text(article.get("dateCreated"))),
        byline: names(article.get("author")),
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

    fn page(json: &str) -> Option<JsonLd> {
        read(&Html::parse_document(&format!("<script type='application/ld+json'>{json}</script>")))
    }

    #[test]
    fn an_article_is_found_in_a_graph() {
        let found = page(
            r#"{"@graph": [{"@type": "WebSite", "name": "Post"}, {"@type": ["NewsArticle"], "headline": "Salt &amp; ferries",
               "datePublished": "2024-03-01T10:00:00Z", "author": [{"name": "A. Novak"}, "B. Lind"], "publisher": {"name": "The Harbour Post"},
               "mainEntityOfPage": {"@id": "https://harbour.example/salt"}}]}"#,
        );
        let expected = JsonLd {
            headline: Some("Salt & ferries".into()),
            published: Some("2024-03-01T10:00:00Z".into()),
            byline: vec!["A. Novak".into(), "B. Lind".into()],
            site: Some("The Harbour Post".into()),
            url: Some("https://harbour.example/salt".into()),
            language: None,
            body: None,
        };
        assert_eq!(found, Some(expected));
    }

    #[test]
    fn what_is_no_article_or_no_json_is_passed_over() {
        assert_eq!(page(r#"{"@type": "Organization", "name": "Post"}"#), None);
        assert_eq!(page("{\"@type\": \"NewsArticle\", "), None);
        assert_eq!(page(&"[".repeat(5000)), None);
    }
}
