//! When a page says that it was published: in JSON-LD, `<meta>`, marked elements, by what stands in an element of that name, or in its address.

use std::sync::LazyLock;

use jiff::{Timestamp, civil::date};
use scraper::ElementRef;
use serde::Deserialize;

use super::{
    catalogue::Catalogue,
    tree::{attr, attribute, words},
};
use crate::{
    article::{check::day, posts},
    time::Day,
};

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Data {
    metas: Vec<String>,
    modified: Vec<String>,
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
/// What programs show for a date that nobody has set.
const NEVER: Day = date(1970, 1, 1);
/// The oldest year that an address is believed.
const OLDEST: i16 = 1990;

/// When a page says that it was published, and when it was changed last.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Dates {
    pub published: Option<String>,
    pub modified: Option<String>,
}

/// The most deliberate statements that are dates. `ld` are those of JSON-LD, the article's first; `meta` gives a name's contents; `url` is
/// the page's own address. Nothing was published after it was changed: a statement that says so is passed over where another does not.
pub(super) fn dates<'m, I: Iterator<Item = &'m str>>(
    page: &Catalogue<'_>,
    ld: Vec<String>,
    modified: Option<String>,
    meta: impl Fn(&'static str) -> I,
    url: Option<&str>,
) -> Dates {
    let dated = |given: String| in_seconds(&given).or(Some(given)).filter(|given| day(given).is_some_and(|d| d != NEVER));
    let modified = modified
        .into_iter()
        .chain(DATA.modified.iter().flat_map(|name| meta(name)).map(str::to_owned))
        .find_map(dated)
        .map(|d| hyphened(&d));
    let stated: Vec<String> =
        ld.into_iter().chain(DATA.metas.iter().flat_map(|name| meta(name)).map(str::to_owned)).filter_map(dated).collect();
    let latest = modified.as_deref().and_then(day).and_then(|d| d.tomorrow().ok());
    let plausible = stated.iter().find(|d| latest.is_none_or(|latest| day(d).is_some_and(|d| d <= latest)));
    let published = plausible
        .or(stated.first())
        .cloned()
        .or_else(|| marked(page))
        .or_else(|| named(page))
        .or_else(|| in_attributes(page))
        .or_else(|| in_address(url?));
    Dates { published: published.map(|d| hyphened(&d)), modified }
}

/// `2024-03-04T08:00:00Z` of 1709539200: how programs count time, in seconds or thousandths of them.
fn in_seconds(given: &str) -> Option<String> {
    let given = given.trim();
    let count: i64 = given.parse().ok().filter(|_| given.bytes().all(|b| b.is_ascii_digit()))?;
    let seconds = match given.len() {
        10 => count,
        13 => count / 1000,
        _ => return None,
    };
    Timestamp::from_second(seconds).ok().map(|t| t.to_string())
}

/// `2024-03-04 10:30` of `2024.03.04 10:30` and `2024/03/04 10:30`: the form that everybody reads.
fn hyphened(date: &str) -> String {
    let date = date.trim();
    let mark = |at: usize| date.as_bytes().get(at).is_some_and(|b| matches!(b, b'.' | b'/'));
    let digits = |from: usize, until: usize| date.as_bytes().get(from..until).is_some_and(|d| d.iter().all(u8::is_ascii_digit));
    if digits(0, 4) && mark(4) && digits(5, 7) && mark(7) && digits(8, 10) {
        return format!("{}-{}-{}{}", &date[..4], &date[5..7], &date[8..10], &date[10..]);
    }
    date.to_owned()
}

/// Markup that says that it is a date.
fn marked(page: &Catalogue<'_>) -> Option<String> {
    let of_element = |e: &ElementRef<'_>| {
        let given = ["datetime", "content"].iter().find_map(|a| attribute(e, a)).map(str::to_owned);
        given.filter(|d| day(d).is_some()).or_else(|| in_text(&words(**e)))
    };
    let has = |name: &'static str| move |(e, _): &&(ElementRef<'_>, bool)| attr(e.value(), name).is_some();
    let times = || page.times.iter();
    let of_time = |(e, _): &(ElementRef<'_>, bool)| of_element(e);
    let inside = |(_, in_article): &&(ElementRef<'_>, bool)| *in_article;
    None.or_else(|| page.published.iter().take(ELEMENTS).find_map(of_element))
        .or_else(|| times().filter(has("pubdate")).take(ELEMENTS).find_map(of_time))
        .or_else(|| times().filter(inside).filter(has("datetime")).take(ELEMENTS).find_map(of_time))
        .or_else(|| times().filter(has("datetime")).take(ELEMENTS).find_map(of_time))
        .or_else(|| times().filter(inside).take(ELEMENTS).find_map(of_time))
        .or_else(|| times().take(ELEMENTS).find_map(of_time))
}

/// Elements whose class says that a date stands in them, in the page's order.
fn named(page: &Catalogue<'_>) -> Option<String> {
    let is_named = |e: &ElementRef<'_>| {
        let names = attr(e.value(), "class").into_iter().flat_map(|c| c.split(|c: char| !c.is_alphanumeric()));
        names.map(str::to_lowercase).any(|name| DATA.classes.contains(&name))
    };
    page.elements().filter(is_named).take(ELEMENTS).find_map(|e| in_text(&words(*e)))
}

/// `data-` attributes that say so by their name.
fn in_attributes(page: &Catalogue<'_>) -> Option<String> {
    let says = |name: &str| {
        let words = || name.strip_prefix("data-").into_iter().flat_map(|n| n.split('-'));
        words().any(|w| DATA.attributes.iter().any(|a| a == w)) && words().all(|w| DATA.other.iter().all(|o| o != w))
    };
    // Counts of seconds are left to those who list other articles.
    let of_element =
        |e: ElementRef<'_>| e.value().attrs().find(|(name, value)| says(name) && day(value).is_some()).map(|(_, v)| v.to_owned());
    page.elements().find_map(of_element)
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
    let read = |parts: &[&str]| Some(parts.join(" ")).and_then(|p| day(&p).map(|day: Day| day.to_string()).or_else(|| posts::day(&p)));
    let told = |count: usize| parts.get(..count).and_then(read);
    // A weekday may stand before it.
    let later = |count: usize| parts.get(1..=count).and_then(read);
    (1..=WORDS).find_map(|count| told(count).or_else(|| later(count)))
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
    use scraper::Html;

    fn told(page: &str) -> Option<String> {
        dates(&Catalogue::of(&Html::parse_document(page)), Vec::new(), None, |_| std::iter::empty(), None).published
    }

    #[test]
    fn the_data_is_whole() {
        let data: Data = toml::from_str(SOURCE).unwrap();
        assert!(
            [&data.metas, &data.modified, &data.classes, &data.prefixes, &data.attributes, &data.other]
                .iter()
                .all(|l| l.iter().all(|w| w.to_lowercase() == *w) && !l.is_empty())
        );
    }

    #[test]
    fn the_most_deliberate_statement_that_is_a_date() {
        let html = Html::parse_document("<time datetime=2024-03-06>");
        let ld = |d: &str| vec![d.to_owned()];
        let metas = |name: &str| if name == "date" { vec!["2024-03-05"] } else { vec!["soon"] }.into_iter();
        let page = Catalogue::of(&html);
        assert_eq!(dates(&page, ld("2024-03-04"), None, metas, None).published.as_deref(), Some("2024-03-04"));
        assert_eq!(dates(&page, ld("today"), None, metas, None).published.as_deref(), Some("2024-03-05"));
        assert_eq!(dates(&page, ld(""), None, |_| std::iter::empty(), None).published.as_deref(), Some("2024-03-06"));
    }

    #[test]
    fn nothing_is_published_after_it_was_changed() {
        let html = Html::parse_document("");
        let told = |modified: &str| {
            let metas = |name: &str| if name == "date" { vec!["2024-03-04"] } else { vec![] }.into_iter();
            dates(&Catalogue::of(&html), vec!["2031-01-01".to_owned()], Some(modified.to_owned()), metas, None)
        };
        assert_eq!(told("2024-03-05T10:00:00Z").published.as_deref(), Some("2024-03-04"));
        assert_eq!(told("2024-03-05T10:00:00Z").modified.as_deref(), Some("2024-03-05T10:00:00Z"));
        assert_eq!(told("2031-01-01").published.as_deref(), Some("2031-01-01"));
        assert_eq!(told("soon"), Dates { published: Some("2031-01-01".into()), modified: None });
    }

    #[test]
    fn how_programs_count_time() {
        let html = Html::parse_document("<p data-date=2024-03-05>");
        let told = |stated: &str| dates(&Catalogue::of(&html), vec![stated.to_owned()], None, |_| std::iter::empty(), None).published;
        assert_eq!(told("1709539200").as_deref(), Some("2024-03-04T08:00:00Z"));
        assert_eq!(told("1709539200000").as_deref(), Some("2024-03-04T08:00:00Z"));
        for never in ["1970-01-01T00:00:00Z", "0000000000", "0000-00-00", "170953920"] {
            assert_eq!(told(never).as_deref(), Some("2024-03-05"), "the attribute's, not {never}");
        }
    }

    #[test]
    fn dates_are_given_with_hyphens() {
        assert_eq!(hyphened(" 2024.03.04 10:30"), "2024-03-04 10:30");
        assert_eq!(hyphened("2024/03/04"), "2024-03-04");
        for date in ["4.3.2024", "2024-03-04T10:30:00+02:00", "2024.3.4", "March 4, 2024", "2024", "二〇二四.03.04"] {
            assert_eq!(hyphened(date), date);
        }
    }

    #[test]
    fn what_stands_in_an_element_of_that_name() {
        for page in [
            "<p class=date>Monday, 4 March 2024, 10:30",
            "<p class='meta article-date'>Published: March 4, 2024 10:30 am",
            "<span class=Datum>04.03.2024 | 10:30 Uhr</span>",
            "<span class=fecha>4 de marzo de 2024</span>",
            "<p class=date>2024年3月4日 10時15分</p>",
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
