//! What a page says of itself: headline, site, byline, address, date, language; the most deliberate statement first.

use scraper::{ElementRef, Html};

use super::{
    catalogue::Catalogue,
    json_ld::{self, JsonLd},
    published::{Dates, dates},
    references::resolved,
    title::{self, Titles, host_names},
    tree::{attribute, class_names, words},
};
use crate::article::{
    check::primary_subtag,
    plain::{authors, in_element, is_byline_class},
};

/// First headings and marked authors that are looked at.
const HEADINGS: usize = 20;
const AUTHORS: usize = 40;
/// Characters of a name, and bytes of a statement that holds several.
const LONGEST_NAME: usize = 100;
const LONGEST_BYLINE: usize = 1_000;

/// A page's facts.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Metadata {
    pub title: Option<String>,
    pub site: Option<String>,
    pub byline: Vec<String>,
    pub url: Option<String>,
    pub published_at: Option<String>,
    pub modified_at: Option<String>,
    pub language: Option<String>,
    /// What the page says that it tells.
    pub description: Option<String>,
    /// The article's text as the page gives it beside its markup.
    pub body: Option<String>,
    /// True where the page says that it is an article.
    pub is_article: bool,
    /// What `<title>` holds, as it stands there.
    pub page_title: Option<String>,
}

/// Reads a page's facts.
pub(super) fn read(html: &Html) -> Metadata {
    let page = Catalogue::of(html);
    let described = json_ld::read(&page.described);
    let metas = Metas::of(&page.metas);
    let is_article = described.article.is_some() || metas.first(&["og:type"]).is_some_and(|t| t.eq_ignore_ascii_case("article"));
    let ld = described.article.unwrap_or_default();
    let site = metas.words(&["og:site_name", "application-name"]).or_else(|| ld.site.clone());
    let url = page
        .canonical
        .first()
        .map(|u| (*u).to_owned())
        .filter(|u| is_address(u))
        .or_else(|| metas.first(&["og:url"]))
        .or_else(|| ld.url.clone())
        .filter(|u| is_address(u));
    let mut sites: Vec<&str> = site.as_deref().into_iter().chain(ld.site.as_deref()).collect();
    sites.extend(url.as_deref().map(host_names).unwrap_or_default());
    let Dates { published, modified } = dates(&page, described.published, described.modified, |name| metas.all(name), url.as_deref());
    Metadata {
        title: title(&page, &ld, &metas, &sites),
        byline: byline(&page, &ld, &metas, &sites),
        published_at: published,
        modified_at: modified,
        language: language(&page, ld.language.as_deref(), &metas),
        description: metas.first(&["og:description", "description"]),
        site,
        url,
        body: ld.body,
        is_article,
        page_title: page
            .title
            .filter(|t| t.parent().and_then(ElementRef::wrap).is_some_and(|p| p.value().name() == "head"))
            .map(|t| t.text().collect()),
    }
}

/// The page's `<meta>`s: name in lower case, content.
struct Metas(Vec<(String, String)>);

impl Metas {
    fn of(metas: &[ElementRef<'_>]) -> Self {
        let named = |e: &ElementRef<'_>| {
            let name = ["property", "name", "itemprop", "http-equiv"].iter().find_map(|key| attribute(e, key))?;
            Some((name.to_ascii_lowercase(), attribute(e, "content")?.split_whitespace().collect::<Vec<_>>().join(" ")))
        };
        Self(metas.iter().filter_map(named).collect())
    }

    /// The content of the first of these names that the page has.
    fn first(&self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| self.all(name).next().map(str::to_owned))
    }

    /// The same for what is meant to be read: some pages write references of characters twice.
    fn words(&self, names: &[&str]) -> Option<String> {
        self.first(names).map(|content| resolved(&content, false).to_string())
    }

    fn all<'m>(&'m self, name: &'m str) -> impl Iterator<Item = &'m str> {
        self.0.iter().filter(move |(n, _)| n == name).map(|(_, content)| content.as_str())
    }
}

fn title(page: &Catalogue<'_>, ld: &JsonLd, metas: &Metas, sites: &[&str]) -> Option<String> {
    let headings: Vec<String> = page.headings.iter().take(HEADINGS).map(|h| words(**h)).filter(|h| !h.is_empty()).collect();
    let titles = Titles {
        headline: ld.headline.clone(),
        name: ld.name.clone(),
        social: metas.words(&["og:title", "twitter:title"]).filter(|t| !t.is_empty()),
        card: metas.words(&["twitter:title"]),
        told: title::metas().find_map(|name| metas.words(&[name])),
        // Several first headings say nothing of which is the article's.
        heading: <[String; 1]>::try_from(headings).ok().map(|[only]| only),
        title: page.title.map(|t| words(*t)).filter(|t| !t.is_empty()),
    };
    titles.choose(sites)
}

/// Letters and digits in lower case: what two spellings of a name share.
pub(super) fn key(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn byline(page: &Catalogue<'_>, ld: &JsonLd, metas: &Metas, sites: &[&str]) -> Vec<String> {
    // The site wrote everything on it: that is nobody's name.
    let is_site = |name: &str| sites.iter().any(|site| key(site) == key(name));
    let metas = ["author", "article:author", "byl", "dc.creator", "parsely-author"]
        .iter()
        .map(|name| metas.all(name).take(AUTHORS).map(str::to_owned).collect::<Vec<_>>());
    let marked = [&page.author_names, &page.authors, &page.author_links]
        .into_iter()
        .map(|elements| elements.iter().take(AUTHORS).map(|e| words(**e)).collect::<Vec<_>>());
    std::iter::once(ld.byline.clone())
        .chain(metas)
        .chain(marked)
        .map(|stated| {
            let mut kept: Vec<String> = Vec::new();
            let told = stated.iter().map(|n| n.trim()).filter(|n| n.len() <= LONGEST_BYLINE && !is_address(n));
            for name in told.take(AUTHORS).flat_map(authors) {
                if name.chars().count() <= LONGEST_NAME && !is_site(&name) && !kept.contains(&name) {
                    kept.push(name);
                }
            }
            kept
        })
        .find(|names| !names.is_empty())
        .unwrap_or_else(|| visible_byline(page))
}

/// The names in the first element whose class says that authors stand in it.
fn visible_byline(page: &Catalogue<'_>) -> Vec<String> {
    let says = |e: &ElementRef<'_>| {
        class_names(e.value()).flat_map(|c| c.split(|c: char| !c.is_alphanumeric())).any(|word| is_byline_class(&word.to_lowercase()))
    };
    page.elements().filter(says).take(AUTHORS).map(|e| in_element(&words(*e))).find(|names| !names.is_empty()).unwrap_or_default()
}

fn language(page: &Catalogue<'_>, ld: Option<&str>, metas: &Metas) -> Option<String> {
    page.language
        .map(str::to_owned)
        .or_else(|| metas.first(&["content-language", "og:locale", "language"]))
        .or_else(|| ld.map(str::to_owned))
        .and_then(|l| primary_subtag(&l))
}

fn is_address(text: &str) -> bool {
    text.starts_with("http://") || text.starts_with("https://")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn metadata(page: &str) -> Metadata {
        read(&Html::parse_document(page))
    }

    #[test]
    fn the_most_deliberate_statement_goes_first() {
        let found = metadata(
            r#"<html lang="en-GB"><title>Salt talks | The Harbour Post</title><meta property="og:title" content="Salt talks end - The Harbour Post">
               <meta property="og:site_name" content="The Harbour Post"><meta name="author" content="By A. Novak"><meta name="date" content="soon">
               <meta property="article:published_time" content="2024-03-01T08:00:00+01:00"><link rel="canonical" href="https://harbour.example/salt"><h1>Salt</h1>"#,
        );
        let expected = Metadata {
            title: Some("Salt talks end".into()),
            site: Some("The Harbour Post".into()),
            byline: vec!["A. Novak".into()],
            url: Some("https://harbour.example/salt".into()),
            published_at: Some("2024-03-01T08:00:00+01:00".into()),
            modified_at: None,
            language: Some("en".into()),
            description: None,
            body: None,
            is_article: false,
            page_title: Some("Salt talks | The Harbour Post".into()),
        };
        assert_eq!(found, expected);
    }

    #[test]
    fn a_page_that_says_little_is_read_off_its_marks() {
        let found = metadata(
            "<title>Post: news</title><article><h1>Ferry <i>talks</i></h1><time datetime='2024-02-02'>Friday</time><a rel=author>B. Lind</a>",
        );
        assert_eq!((found.title.as_deref(), found.published_at.as_deref()), (Some("Ferry talks"), Some("2024-02-02")));
        assert_eq!(found.byline, ["B. Lind"]);
        assert_eq!(metadata(""), Metadata::default());
    }

    #[test]
    fn references_that_were_written_twice_are_read_twice() {
        let title = |content: &str| metadata(&format!("<meta property=og:title content=\"{content}\">")).title;
        assert_eq!(title("Salt &amp;amp; ferries").as_deref(), Some("Salt & ferries"));
        assert_eq!(title("Salt &amp; ferries").as_deref(), Some("Salt & ferries"));
    }

    #[test]
    fn no_byline_names_thousands() {
        let page = (0..30_000).fold(String::new(), |page, i: u32| page + "<meta name=author content='Ana Novak" + &i.to_string() + "'>");
        assert_eq!(metadata(&page).byline.len(), AUTHORS);
        assert!(metadata(&format!("<meta name=author content='{}'>", "Ana Novak, ".repeat(9_999))).byline.is_empty());
    }

    #[test]
    fn the_site_is_no_author() {
        let page =
            |more: &str| format!("<meta property=og:site_name content='Harbour Post'><meta name=author content='Harbour Post'>{more}");
        assert!(metadata(&page("")).byline.is_empty());
        assert_eq!(metadata(&page("<a rel=author>A. Novak</a>")).byline, ["A. Novak"]);
    }

    #[test]
    fn a_byline_is_read_off_the_page_where_nothing_else_tells() {
        let byline = |page: &str| metadata(page).byline;
        assert_eq!(byline("<p class='story-byline'>By <a href=/a>Jane Roe</a> and John Doe</p>"), ["Jane Roe", "John Doe"]);
        assert_eq!(byline("<meta name=author content='Jane Roe, Harbour Reporter'><p class=byline>By A. Lind</p>"), ["Jane Roe"]);
        assert!(byline("<p class=byline>Harbour news</p><p class=text>By Jane Roe</p>").is_empty());
    }
}
