//! The elements of a page that tell facts, gathered in one walk: asking a selector for each costs a walk each, and one for each element around
//! where it names two.

use ego_tree::iter::Edge;
use scraper::{ElementRef, Html};

use super::tree::{attr, attribute};

/// Elements in the page's order.
#[derive(Debug, Default)]
pub(super) struct Catalogue<'p> {
    /// `<html lang>`.
    pub language: Option<&'p str>,
    pub metas: Vec<ElementRef<'p>>,
    /// The addresses of `<link rel=canonical>`.
    pub canonical: Vec<&'p str>,
    pub title: Option<ElementRef<'p>>,
    /// First headings.
    pub headings: Vec<ElementRef<'p>>,
    /// JSON-LD.
    pub described: Vec<ElementRef<'p>>,
    /// `<time>`, and whether it stands in an `<article>`.
    pub times: Vec<(ElementRef<'p>, bool)>,
    /// `itemprop=datePublished`.
    pub published: Vec<ElementRef<'p>>,
    /// Names inside `itemprop=author`.
    pub author_names: Vec<ElementRef<'p>>,
    /// `itemprop=author`.
    pub authors: Vec<ElementRef<'p>>,
    /// `rel=author`.
    pub author_links: Vec<ElementRef<'p>>,
    /// The page's body.
    pub body: Option<ElementRef<'p>>,
}

impl<'p> Catalogue<'p> {
    /// Walks the tree once.
    pub fn of(html: &'p Html) -> Self {
        let mut found = Self::default();
        let (mut articles, mut authors) = (0_usize, 0_usize);
        for edge in html.tree.root().traverse() {
            let (node, opens) = match edge {
                Edge::Open(node) => (node, true),
                Edge::Close(node) => (node, false),
            };
            let Some(element) = ElementRef::wrap(node) else { continue };
            let name = element.value().name();
            let property = attr(element.value(), "itemprop");
            if !opens {
                articles -= usize::from(name == "article");
                authors -= usize::from(property == Some("author"));
                continue;
            }
            found.take(element, name, articles > 0);
            match property {
                Some("datePublished") => found.published.push(element),
                Some("author") => found.authors.push(element),
                Some("name") if authors > 0 => found.author_names.push(element),
                _ => {}
            }
            if attr(element.value(), "rel") == Some("author") {
                found.author_links.push(element);
            }
            articles += usize::from(name == "article");
            authors += usize::from(property == Some("author"));
        }
        found
    }

    fn take(&mut self, element: ElementRef<'p>, name: &str, in_article: bool) {
        match name {
            "meta" => self.metas.push(element),
            "h1" => self.headings.push(element),
            "time" => self.times.push((element, in_article)),
            "title" => self.title = self.title.or(Some(element)),
            "body" => self.body = self.body.or(Some(element)),
            "html" => self.language = self.language.or_else(|| attribute(&element, "lang")),
            "script" if attr(element.value(), "type") == Some("application/ld+json") => self.described.push(element),
            "link" => {
                let says = |rel: &str| rel.split_ascii_whitespace().any(|r| r == "canonical");
                self.canonical.extend(attribute(&element, "href").filter(|_| attr(element.value(), "rel").is_some_and(says)));
            }
            _ => {}
        }
    }

    /// The elements of the body, in order.
    pub fn elements(&self) -> impl Iterator<Item = ElementRef<'p>> {
        self.body.into_iter().flat_map(|body| body.descendent_elements())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_element_that_tells_something_is_gathered_once() {
        let html = Html::parse_document(
            "<html lang=en><title>Salt</title><title>Other</title><link rel='alternate canonical' href=/salt><link rel=next href=/2>
             <script type=application/ld+json>{}</script><script>x</script><body><time>1</time><article><h1>a</h1><time>2</time>
             <p itemprop=author><b itemprop=name>A</b></p><b itemprop=name>no</b><a rel=author>B</a></article><svg><title>no</title></svg>",
        );
        let found = Catalogue::of(&html);
        assert_eq!((found.language, found.canonical.as_slice()), (Some("en"), ["/salt"].as_slice()));
        assert_eq!(found.title.map(|t| t.text().collect::<String>()).as_deref(), Some("Salt"));
        assert_eq!((found.described.len(), found.headings.len(), found.authors.len(), found.author_names.len()), (1, 1, 1, 1));
        assert_eq!(found.times.iter().map(|t| t.1).collect::<Vec<_>>(), [false, true]);
        assert_eq!((found.author_links.len(), found.elements().count()), (1, 11));
    }
}
