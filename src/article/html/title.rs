//! Which of a page's titles is the article's headline, and what of it is the site's.
//!
//! A page says its title up to five times: in JSON-LD, for social networks (Open Graph), as its first heading, and in `<title>`. Where
//! JSON-LD and Open Graph differ, one of the two was written for search engines, as `<title>` is; the other one is the headline. A statement made
//! for those who send the article on (in newsletters, say) settles it.

use std::sync::LazyLock;

use serde::Deserialize;

use super::metadata::key;

#[derive(Debug, Default, Deserialize)]
struct Data {
    metas: Vec<String>,
}

const SOURCE: &str = include_str!("../../../data/page/titles.toml");

/// A test reads the file; here a broken one would know no names.
static DATA: LazyLock<Data> = LazyLock::new(|| toml::from_str(SOURCE).unwrap_or_default());

/// Names of `<meta>`s that give the headline as the newsroom has it.
pub(super) fn metas() -> impl Iterator<Item = &'static str> {
    DATA.metas.iter().map(String::as_str)
}

/// Marks that part a title from the site's name, with white space around them; rarer ones stand without.
const SPACED: [char; 8] = ['|', '-', '–', '—', '·', '»', '•', ':'];
const BARE: [char; 5] = ['|', '｜', 'ㅣ', '：', '│'];
/// Letters from which on a title's head is believed to be the whole of it where another statement says just this head.
const TELLING: usize = 12;
/// Bytes of such a head.
const HEAD: usize = 500;
/// Names of sections and site that may stand behind a title, one after the other.
const TAILS: usize = 3;

/// What a page says of its title, each without markup; empty where it does not.
#[derive(Debug, Default)]
pub(super) struct Titles {
    /// JSON-LD's headline.
    pub headline: Option<String>,
    /// JSON-LD's name beside it.
    pub name: Option<String>,
    /// Open Graph's or Twitter's title.
    pub social: Option<String>,
    /// Twitter's title.
    pub card: Option<String>,
    /// What a `<meta>` of [`metas`] says.
    pub told: Option<String>,
    /// The only first heading.
    pub heading: Option<String>,
    /// The `<title>`.
    pub title: Option<String>,
}

impl Titles {
    /// The article's headline. `sites` are the names that the site goes by.
    pub fn choose(&self, sites: &[&str]) -> Option<String> {
        let sites: Vec<String> = sites.iter().map(|s| key(s)).filter(|k| !k.is_empty()).collect();
        let said: Vec<String> =
            [&self.headline, &self.social, &self.heading].into_iter().flatten().map(|t| key(without(t, &sites))).collect();
        let bare = |title: &Option<String>| {
            let title = title.as_deref()?;
            let title = without(said_head(title, &said), &sites);
            Some(title.to_owned()).filter(|t| !t.is_empty())
        };
        let told = bare(&self.told).filter(|told| {
            let others = [&self.headline, &self.social, &self.heading, &self.title];
            others.into_iter().flatten().any(|t| key(t).starts_with(&key(told)))
        });
        let chosen = told.or_else(|| match (bare(&self.headline), bare(&self.social)) {
            (Some(headline), Some(social)) if key(&headline) != key(&social) => {
                // JSON-LD that has both calls the article by the one and gives the other for search engines.
                let named = bare(&self.name).is_some_and(|name| key(&name) == key(&social));
                if named {
                    Some(social)
                } else {
                    Some(headline_of(headline, social, bare(&self.title).as_deref(), bare(&self.card).as_deref()))
                }
            }
            (headline, social) => social.or(headline).or_else(|| bare(&self.heading)).or_else(|| bare(&self.title)),
        })?;
        let as_set = || [&self.headline, &self.social, &self.heading].into_iter().filter_map(bare);
        Some(typeset(chosen, as_set()))
    }
}

/// The headline of two that differ.
fn headline_of(headline: String, social: String, title: Option<&str>, card: Option<&str>) -> String {
    let (of_headline, of_social) = (key(&headline), key(&social));
    let begins = |it: &str| title.is_some_and(|t| key(t).starts_with(it));
    // Where `<title>` is neither, two statements outweigh one.
    let outweighed = !begins(&of_social) && card.is_some_and(|card| key(card) == of_social);
    if begins(&of_headline) || outweighed { social } else { headline }
}

/// The title with an editor's marks of quotation, where another statement has the same words with them and it has a typewriter's.
fn typeset(title: String, mut others: impl Iterator<Item = String>) -> String {
    let typed = |t: &str| t.contains(['"', '\'']);
    if !typed(&title) {
        return title;
    }
    others.find(|o| !typed(o) && key(o) == key(&title)).unwrap_or(title)
}

/// A title without the names of site and sections behind (or before) a mark. Where the site's names are not known, it stays as it is.
fn without<'t>(mut title: &'t str, sites: &[String]) -> &'t str {
    let is_site = |part: &str| sites.iter().any(|s| *s == key(part));
    for _ in 0..TAILS {
        let marks = || marks(title);
        title = match (marks().next_back(), marks().next()) {
            (Some((at, end)), _) if is_site(&title[end..]) => title[..at].trim_end(),
            (_, Some((at, end))) if is_site(&title[..at]) => title[end..].trim_start(),
            _ => break,
        };
    }
    title
}

/// The head of a title in front of a mark, where another statement on the page says just that.
fn said_head<'t>(title: &'t str, said: &[String]) -> &'t str {
    let head = |(at, _): (usize, usize)| Some(title[..at].trim_end()).filter(|_| at <= HEAD);
    let whole = |head: &&str| Some(key(head)).is_some_and(|k| k.chars().count() >= TELLING && said.contains(&k));
    marks(title).map_while(head).find(whole).unwrap_or(title)
}

/// What stands between the marks of a title, and the whole of it.
pub(super) fn parts(title: &str) -> impl Iterator<Item = &str> {
    let mut from = 0;
    let ends = marks(title).chain(std::iter::once((title.len(), title.len())));
    ends.map(move |(at, end)| title[std::mem::replace(&mut from, end)..at].trim()).chain(std::iter::once(title))
}

/// Where marks stand that may part a title from a name: their bytes.
fn marks(title: &str) -> impl DoubleEndedIterator<Item = (usize, usize)> {
    title.char_indices().filter_map(move |(at, c)| {
        let end = at + c.len_utf8();
        let spaced = SPACED.contains(&c) && title[..at].ends_with(char::is_whitespace) && title[end..].starts_with(char::is_whitespace);
        (spaced || BARE.contains(&c)).then_some((at, end))
    })
}

/// The names that an address's host gives the site: whole, without its first label, and the label before its ending.
pub(super) fn host_names(url: &str) -> Vec<&str> {
    let Some((_, rest)) = url.split_once("://") else { return Vec::new() };
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or("");
    let host = host.strip_prefix("www.").unwrap_or(host);
    let name = host.split('.').next().unwrap_or(host);
    [host, name].into_iter().filter(|n| !n.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(headline: &str, social: &str, heading: &str, title: &str) -> String {
        let given = |t: &str| Some(t.to_owned()).filter(|t| !t.is_empty());
        let titles =
            Titles { headline: given(headline), social: given(social), heading: given(heading), title: given(title), ..Titles::default() };
        titles.choose(&["The Harbour Post", "harbour.example"]).unwrap_or_default()
    }

    #[test]
    fn of_two_that_differ_the_one_that_is_not_for_search_engines() {
        let (short, long) = ("Ferries run again", "Salthaven ferries: when do they run again?");
        assert_eq!(chosen(long, short, "", &format!("{long} | The Harbour Post")), short);
        assert_eq!(chosen(short, long, "", &format!("{long} - The Harbour Post")), short);
        assert_eq!(chosen(short, long, "", ""), short);
    }

    #[test]
    fn what_is_told_to_those_who_send_it_on_settles_it() {
        let (short, long) = ("Ferries run again", "Salthaven ferries: when do they run again?");
        let given = |t: &str| Some(t.to_owned());
        let mut titles = Titles { headline: given(long), social: given(short), title: given(long), told: given(long), ..Titles::default() };
        assert_eq!(titles.choose(&[]).as_deref(), Some(long));
        titles.told = given("The Harbour Post, daily");
        assert_eq!(titles.choose(&[]).as_deref(), Some(short), "nobody else says it");
        assert!(toml::from_str::<Data>(SOURCE).unwrap().metas.iter().all(|m| m.to_lowercase() == *m));
    }

    #[test]
    fn two_for_social_networks_outweigh_one_where_the_title_is_another() {
        let (social, headline) = ("They come back", "Ferries come back to the harbour");
        let given = |t: &str| Some(t.to_owned());
        let mut titles = Titles {
            headline: given(headline),
            social: given(social),
            card: given(social),
            title: given("Ferries LIVE"),
            ..Titles::default()
        };
        assert_eq!(titles.choose(&[]).as_deref(), Some(social));
        titles.card = given(headline);
        assert_eq!(titles.choose(&[]).as_deref(), Some(headline));
    }

    #[test]
    fn json_lds_own_name_settles_it() {
        let (headline, social) = ("They come back", "Ferries come back to the harbour");
        let given = |t: &str| Some(t.to_owned());
        let mut titles =
            Titles { headline: given(headline), social: given(social), title: given(social), name: given(social), ..Titles::default() };
        assert_eq!(titles.choose(&[]).as_deref(), Some(social));
        titles.name = given("story-17");
        assert_eq!(titles.choose(&[]).as_deref(), Some(headline));
    }

    #[test]
    fn an_editors_marks_are_kept() {
        assert_eq!(chosen("'Salt' is back", "‘Salt’ is back", "", ""), "‘Salt’ is back");
        assert_eq!(chosen("‘Salt’ is back", "'Salt' is back", "", ""), "‘Salt’ is back");
        assert_eq!(chosen("'Salt' is back", "'Salt' is back", "", ""), "'Salt' is back");
    }

    #[test]
    fn a_statement_stands_in_for_another() {
        assert_eq!(chosen("Salt talks end", "", "Other", ""), "Salt talks end");
        assert_eq!(chosen("", "Salt talks end", "Other", ""), "Salt talks end");
        assert_eq!(chosen("", "", "Salt talks end", "Other"), "Salt talks end");
        assert_eq!(chosen("", "", "", "Salt talks end"), "Salt talks end");
        assert_eq!(chosen("", "", "", "The Harbour Post"), "The Harbour Post");
        assert_eq!(chosen("", "", "", ""), "");
    }

    #[test]
    fn the_sites_names_are_cut_off() {
        let sites = ["theharbourpost".to_owned(), "harbourexample".to_owned()];
        for title in [
            "Salt | The Harbour Post",
            "Salt - THE HARBOUR POST",
            "The Harbour Post – Salt",
            "Salt：harbour.example",
            "Salt | The Harbour Post | harbour.example",
        ] {
            assert_eq!(without(title, &sites), "Salt", "{title}");
        }
        for title in ["Salt - the long story", "Salt: The Harbour Post", "The Harbour Post-war salt", "The Harbour Post"] {
            assert_eq!(without(title, &sites), title, "{title}");
        }
    }

    #[test]
    fn what_stands_behind_a_headline_that_is_said_elsewhere_is_none_of_it() {
        let headline = "Salt talks end in Salthaven";
        assert_eq!(chosen("", &format!("{headline} | Harbour | by A. Novak"), headline, ""), headline);
        assert_eq!(chosen(&format!("{headline} | Sport"), headline, "", ""), headline);
        // A short head may be the headline's own first words.
        assert_eq!(chosen("", "Salt - the long story", "Salt", ""), "Salt - the long story");
    }

    #[test]
    fn a_head_is_looked_for_within_a_measure() {
        let found = |words: usize| {
            let head = "salt ".repeat(words);
            said_head(&format!("{head}| Harbour"), &[key(&head)]).len() < head.len()
        };
        assert!(found(HEAD / 5 - 1));
        assert!(!found(HEAD / 5 + 1), "marks without end would each be held against all that is said");
    }

    #[test]
    fn hosts_give_names() {
        assert_eq!(host_names("https://www.harbour.example/salt"), ["harbour.example", "harbour"]);
        assert_eq!(host_names("salt"), [""; 0]);
    }
}
