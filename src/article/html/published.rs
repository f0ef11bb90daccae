//! When a page says that it was published: in JSON-LD, `<meta>`, marked elements, by what stands in an element of that name, or in its address.

use std::sync::LazyLock;

use scraper::{ElementRef, Html, Selector};
use serde::Deserialize;

use super::tree::{attribute, words};
use crate::{article::check::day, time::Day};

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Data {
    metas: Vec<String>,
    classes: Vec<String>,
    prefixes: Vec<String>,
    attributes: Vec<String>,
    other: Vec<String>,
}

const SOURCE: &str = include_str!("../../../data/page/dates.toml");

/// A test reads the file; here a broken one would know no names.
static DATA: LazyLock<Data> = LazyLock::new(|| toml::from_str(SOURCE).unwrap_or_default());

/// Elements of such a name that are looked at, bytes of their text, and words of it that may be the date with its time.
const ELEMENTS: usize = 40;
const LONGEST: usize = 200;
const WORDS: usize = 5;
/// The oldest year that an address is believed.
const OLDEST: i16 = 1990;

/// The most deliberate statement that is a date. `ld` are those of JSON-LD, the article's first; `meta` gives a name's contents; `url` is
/// the page's own address.
pub(super) fn published<'m, I: Iterator<Item = &'m str>>(
    html: &Html,
    ld: Vec<String>,
    meta: impl Fn(&'static str) -> I,
    url: Option<&str>,
) -> Option<String> {
    let metas = || DATA.metas.iter().flat_map(|name| meta(name)).map(str::to_owned);
    let dated = |given: &String| day(given).is_some();
    ld.into_iter()
        .chain(metas())
        .find(dated)
        .or_else(|| marked(html))
        .or_else(|| named(html))
        .or_else(|| in_attributes(html))
        .or_else(|| in_address(url?))
}

/// Markup that says that it is a date.
fn marked(html: &Html) -> Option<String> {
    let of_element = |e: ElementRef<'_>| {
        let given = ["datetime", "content"].iter().find_map(|a| attribute(&e, a)).map(str::to_owned);
        given.filter(|d| day(d).is_some()).or_else(|| in_text(&words(*e)))
    };
    ["[itemprop=datePublished]", "time[pubdate]", "article time[datetime]", "time[datetime]", "article time", "time"]
        .iter()
        .find_map(|selector| Selector::parse(selector).ok().and_then(|s| html.select(&s).take(ELEMENTS).find_map(of_element)))
}

/// Elements whose class says that a date stands in them, in the page's order.
fn named(html: &Html) -> Option<String> {
    let is_named = |e: &ElementRef<'_>| {
        let names = e.value().attr("class").into_iter().flat_map(|c| c.split(|c: char| !c.is_alphanumeric()));
        names.map(str::to_lowercase).any(|name| DATA.classes.contains(&name))
    };
    let elements = Selector::parse("body [class]").ok()?;
    html.select(&elements).filter(is_named).take(ELEMENTS).find_map(|e| in_text(&words(*e)))
}

/// `data-` attributes that say so by their name.
fn in_attributes(html: &Html) -> Option<String> {
    let says = |name: &str| {
        let words = || name.strip_prefix("data-").into_iter().flat_map(|n| n.split('-'));
        words().any(|w| DATA.attributes.iter().any(|a| a == w)) && words().all(|w| DATA.other.iter().all(|o| o != w))
    };
    let elements = Selector::parse("body *").ok()?;
    let of_element =
        |e: ElementRef<'_>| e.value().attrs().find(|(name, value)| says(name) && day(value).is_some()).map(|(_, v)| v.to_owned());
    html.select(&elements).find_map(of_element)
}

/// The first words of a short text that are a whole date, behind words like "Published:".
fn in_text(text: &str) -> Option<String> {
    if text.len() > LONGEST {
        return None;
    }
    let lower = text.to_lowercase();
    let behind = DATA.prefixes.iter().filter_map(|p| lower.strip_prefix(p.as_str())).map(str::len).min();
    // Lower case may be longer than what it was made of.
    let text = behind.and_then(|rest| text.get(text.len().checked_sub(rest)?..)).unwrap_or(text);
    let parts: Vec<&str> =
        text.split(|c: char| c.is_whitespace() || matches!(c, '|' | ',' | ':' | '(' | ')')).filter(|p| !p.is_empty()).collect();
    let told = |count: usize| parts.get(..count).map(|p| p.join(" ")).and_then(|p| day(&p));
    // A weekday may stand before it.
    let later = |count: usize| parts.get(1..=count).map(|p| p.join(" ")).and_then(|p| day(&p));
    (1..=WORDS).find_map(|count| told(count).or_else(|| later(count))).map(|day: Day| day.to_string())
}

/// `/2024/03/04/`, `/20240304/`, `/2024-03-04-…` in an address.
fn in_address(url: &str) -> Option<String> {
    let path = url.split_once("://").and_then(|(_, rest)| rest.split_once('/')).map(|(_, path)| path)?;
    let numbers: Vec<&str> = path.split(|c: char| !c.is_ascii_digit()).collect();
    let believed = |year: &str, month: &str, of_month: &str| {
        let two = |part: &str| (1..=2).contains(&part.len());
        let year: i16 = (year.len() == 4 && two(month) && two(of_month)).then(|| year.parse().ok()).flatten()?;
        (year >= OLDEST).then(|| Day::new(year, month.parse().ok()?, of_month.parse().ok()?).ok()).flatten()
    };
    let parted = || numbers.windows(3).find_map(|n| believed(n[0], n[1], n[2]));
    let whole = || numbers.iter().filter(|n| n.len() == 8).find_map(|n| believed(&n[..4], &n[4..6], &n[6..]));
    parted().or_else(whole).map(|day| day.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(page: &str) -> Option<String> {
        published(&Html::parse_document(page), Vec::new(), |_| std::iter::empty(), None)
    }

    #[test]
    fn the_data_is_whole() {
        let data: Data = toml::from_str(SOURCE).unwrap();
        assert!(
            [&data.metas, &data.classes, &data.prefixes, &data.attributes, &data.other]
                .iter()
                .all(|l| l.iter().all(|w| w.to_lowercase() == *w) && !l.is_empty())
        );
    }

    #[test]
    fn the_most_deliberate_statement_that_is_a_date() {
        let html = Html::parse_document("<time datetime=2024-03-06>");
        let ld = |d: &str| vec![d.to_owned()];
        let metas = |name: &str| if name == "date" { vec!["2024-03-05"] } else { vec!["soon"] }.into_iter();
        assert_eq!(published(&html, ld("2024-03-04"), metas, None).as_deref(), Some("2024-03-04"));
        assert_eq!(published(&html, ld("today"), metas, None).as_deref(), Some("2024-03-05"));
        assert_eq!(published(&html, ld(""), |_| std::iter::empty(), None).as_deref(), Some("2024-03-06"));
    }

    #[test]
    fn what_stands_in_an_element_of_that_name() {
        for page in [
            "<p class=date>Monday, 4 March 2024, 10:30",
            "<p class='meta article-date'>Published: March 4, 2024 10:30 am",
            "<span class=Datum>04.03.2024 | 10:30 Uhr</span>",
            "<span class=fecha>4 de marzo de 2024</span>",
            "<time>March 4, 2024</time>",
        ] {
            assert_eq!(told(page).as_deref(), Some("2024-03-04"), "{page}");
        }
        for page in [
            "<p class=text>March 4, 2024",
            "<p class=update-box>March 4, 2024",
            "<p class=date>Salt was dear on March 4, 2024, they said",
            "<p class=date>soon",
        ] {
            assert_eq!(told(page), None, "{page}");
        }
    }

    #[test]
    fn what_an_attribute_of_that_name_says() {
        assert_eq!(told("<div data-re-deploy-dt='2024-03-05' data-deploy-dt='2024-03-04 10:30'>").as_deref(), Some("2024-03-04 10:30"));
        for page in
            ["<div data-id='2024-03-04'>", "<div data-date-modified='2024-03-04'>", "<div data-date='soon'>", "<div date='2024-03-04'>"]
        {
            assert_eq!(told(page), None, "{page}");
        }
    }

    #[test]
    fn the_address_tells_it() {
        for url in [
            "https://harbour.example/2024/03/04/salt",
            "https://harbour.example/salt-20240304.html",
            "https://harbour.example/a/2024-3-4-salt",
        ] {
            assert_eq!(in_address(url).as_deref(), Some("2024-03-04"), "{url}");
        }
        for url in [
            "https://harbour.example/2024/03/salt",
            "https://harbour.example/salt-12345678",
            "https://harbour.example/1804/03/04",
            "salt",
            "https://harbour.example/2024/13/04",
        ] {
            assert_eq!(in_address(url), None, "{url}");
        }
    }
}
