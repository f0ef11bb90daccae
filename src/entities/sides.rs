//! The side that an article does not say because its readers know: a paper in Lisbon writes "the prime minister".
//!
//! Every word that points to a state is a signal: bodies, seats, places, parties, offices known in one state alone, the page's host. Holders of
//! a state's office of whom no word tells the side are put on the one that the signals point to, if it stands out, if that state has
//! such an office, and if nobody else is told to hold it there.

use super::{lexicon::Lexicon, title::Title};
use crate::gazetteer::{self, Origin, may_have};

/// How much it takes, where a place or a body speaks for it, and where only the state's name does.
const LEAST: i64 = 3;
const LEAST_BY_NAME: i64 = 6;
/// How much it takes where the article names no other state.
const LEAST_ALONE: i64 = 2;
/// A state of whose words there are so many times fewer than of the first one's is only touched.
const TOUCHED: i64 = 3;
/// The same, of the state that is left over where all others are told to have their speakers.
const BARELY: i64 = 8;
/// What a body, a seat or a party's name says: at home they go without their state's name.
pub const BODY: i64 = 4;
/// What a seat of government says where something happens in it: whoever is told without a state there is at home.
pub const SEAT: i64 = 6;
/// What a place says.
pub const PLACE: i64 = 2;
/// What the state's name or its adjective says: the states that one writes about are named more than one's own.
pub const NAMING: i64 = 1;
/// What one says whose office is known in one state alone.
const ASSUMED: i64 = 6;
/// What one takes away whose office is told with its side: the writer's own state goes without saying.
const TOLD: i64 = 2;
/// How many times all other states' words an article's own take where it is one state's from end to end.
const ALONE: i64 = 4;
/// How many times another state's words those take by which it is one state's readers that it is written for.
const APART: i64 = 2;
/// What a page says that the state's own readers read.
const READERS: i64 = 6;
/// What a page of the state's own government says: more than all else.
const OFFICIAL: i64 = 100_000;

/// One that holds offices, and the side that is known of it.
pub struct Holder<'a> {
    /// Its offices.
    pub titles: &'a [Title],
    /// Its side, where a word tells it.
    pub country: Option<&'a str>,
    /// True for one who has a name.
    pub named: bool,
}

/// One whose side no word tells.
pub struct Asked<'a> {
    /// Its offices.
    pub titles: &'a [Title],
    /// The state that alone has such an office to readers' mind.
    pub known: Option<&'a str>,
    /// States whose guest it is.
    pub guest_of: &'a [String],
    /// States that it is not of.
    pub apart: &'a [String],
    /// The side of the person spoken of before.
    pub before: Option<&'a str>,
}

/// What the article's words say of whose article it is.
pub struct Sides<'a> {
    lexicon: &'a Lexicon,
    /// By weight, most first.
    ranked: Vec<(String, i64)>,
    /// States for which a place, a body or the page speaks.
    at_home: Vec<String>,
    /// States for which somebody is told to speak.
    told: Vec<&'a str>,
    /// Offices that one person holds in a state, with that state, of those whose side is told.
    taken: Vec<(&'a str, &'a str)>,
}

impl<'a> Sides<'a> {
    /// Weighs signals (a state's code and what its naming says), offices and the page's address.
    pub fn weigh<'s>(
        lexicon: &'a Lexicon,
        signals: impl Iterator<Item = (&'s str, i64)>,
        holders: &[Holder<'a>],
        origin: Option<Origin>,
    ) -> Self {
        let mut ranked: Vec<(String, i64)> = Vec::new();
        let mut add = |country: &str, weight: i64| match ranked.iter_mut().find(|(c, _)| c == country) {
            Some((_, sum)) => *sum += weight,
            None => ranked.push((country.to_owned(), weight)),
        };
        let mut at_home: Vec<String> = Vec::new();
        signals.for_each(|(country, weight)| {
            add(country, weight);
            if weight > NAMING && !at_home.iter().any(|c| c == country) {
                at_home.push(country.to_owned());
            }
        });
        if let Some(origin) = origin {
            at_home.push(origin.country.to_string());
            add(origin.country.as_str(), if origin.official { OFFICIAL } else { READERS });
        }
        let (mut taken, mut assumed) = (Vec::new(), Vec::new());
        for holder in holders {
            for title in holder.titles {
                let Some(country) = title.role.country.as_deref() else { continue };
                // once for each state: ten senators say no more than one
                if title.assumed && !assumed.contains(&country) {
                    assumed.push(country);
                    add(country, ASSUMED);
                }
            }
            if let Some(told) = holder.titles.iter().filter(|t| !t.assumed).find_map(|t| t.role.country.as_deref()) {
                add(told, -TOLD);
            }
            // "a sitting U.S. president" may be the one who is asked for
            let now = holder.titles.iter().filter(|t| holder.named && !t.role.former && lexicon.is_sole_office(&t.head));
            taken.extend(holder.country.into_iter().flat_map(|c| now.clone().map(move |t| (t.head.as_str(), c))));
        }
        // each office once: of many thousand people a state has but so many
        taken.sort_unstable();
        taken.dedup();
        let mut told: Vec<&str> = holders.iter().filter_map(|h| h.country).collect();
        told.sort_unstable();
        told.dedup();

        ranked.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
        Self { lexicon, ranked, at_home, told, taken }
    }

    /// The side of one of whom no word tells it; what readers know only that can gainsay which stands out twice as far.
    pub fn of(&self, asked: &Asked<'_>) -> Option<String> {
        let offices = || asked.titles.iter().filter(|t| self.is_of_state(t));
        offices().next()?;
        let can_hold = |country: &str| {
            let code = country.parse().ok();
            !asked.guest_of.iter().chain(asked.apart).any(|c| c == country)
                && offices().all(|t| {
                    code.is_none_or(|c| may_have(c, &t.head))
                        && (t.role.former || self.is_coming(t) || !self.taken.iter().any(|&(head, c)| head == t.head && c == country))
                })
        };
        let mut fitting = self.ranked.iter().filter(|(c, _)| can_hold(c));
        let (first, most) = fitting.next()?;
        let next = fitting.next().map_or(0, |(_, n)| *n);
        if let Some(known) = asked.known.filter(|k| k != first) {
            // less what the office itself said for it
            let against = self.ranked.iter().find(|(c, _)| c == known).map_or(0, |(_, n)| *n - ASSUMED);
            return (*most < OFFICIAL && *most >= LEAST_BY_NAME && *most >= against * 3).then(|| first.clone());
        }
        let alone = self.ranked.iter().filter(|(_, n)| *n > 0).count() == 1;
        let least = match self.at_home.contains(first) {
            true => LEAST,
            false if alone => LEAST_ALONE,
            false => LEAST_BY_NAME,
        };
        // one who can't be of the states that the article is about is not of one that it only touches
        let touched = self.ranked.first().is_some_and(|(_, top)| *most * TOUCHED < *top);
        if *most >= least && most * 2 >= next * 3 && !touched {
            return Some(first.clone());
        }
        // one who cannot be of the article's own side is of the side of which it speaks
        let foreign = self.ranked.first().is_some_and(|(home, n)| home != first && *n >= LEAST);
        let before = || asked.before.filter(|c| foreign && can_hold(c)).map(str::to_owned);
        before().or_else(|| self.remaining(!asked.guest_of.is_empty(), can_hold))
    }

    /// The state whose readers the article is written for, where its bodies and seats go without its name and no other comes near it.
    pub fn home(&self) -> Option<&str> {
        let (first, most) = self.ranked.first()?;
        let next = self.ranked.get(1).map_or(0, |(_, n)| *n);
        (self.at_home.contains(first) && *most >= LEAST_BY_NAME && *most >= next * APART).then_some(first)
    }

    /// The side of one who holds no state's office, in an article that is one state's from end to end; not of that state's guest.
    pub fn of_all(&self, guest_of: &[String]) -> Option<String> {
        let (first, most) = self.ranked.first()?;
        let next = self.ranked.get(1).map_or(0, |(_, n)| *n);
        let alone = self.at_home.contains(first) && *most >= LEAST_BY_NAME && *most >= next * ALONE;
        (alone && !guest_of.contains(first)).then(|| first.clone())
    }

    /// True for one who speaks for a body of many states.
    pub fn is_of_many(titles: &[Title]) -> bool {
        let body = |t: &Title| t.role.of.as_deref().and_then(|body| gazetteer::Gazetteer::global().body(body));
        titles.iter().filter_map(body).any(|body| body.country.is_none())
    }

    /// Of the states named, the only one for which nobody is told to speak: where one side's people are told with their state, those of
    /// whom it is not said are the other's. The host of a `guest` is told too.
    fn remaining(&self, guest: bool, can_hold: impl Fn(&str) -> bool) -> Option<String> {
        if self.told.is_empty() && !guest {
            return None;
        }
        let mut open = self.ranked.iter().filter(|(c, n)| *n > 0 && !self.told.contains(&c.as_str()) && can_hold(c));
        let (first, most) = open.next()?;
        let next = open.next().map_or(0, |(_, n)| *n);
        // not a state that the article only names once or twice
        let barely = self.ranked.first().is_some_and(|(_, top)| *most * BARELY < *top);
        (most * 2 >= next * 3 && !barely).then(|| first.clone())
    }

    /// True for an office of a state, or in a body that states have.
    fn is_of_state(&self, title: &Title) -> bool {
        match &title.role.of {
            None => self.lexicon.is_state_office(&title.head) || self.lexicon.names_state_body(&title.role.title),
            // a party that the gazetteer does not know is one of the article's own country
            Some(body) => {
                self.lexicon.names_state_body(body)
                    || self.lexicon.leads_party(&title.head) && gazetteer::Gazetteer::global().body(body).is_none()
            }
        }
    }

    /// "President-elect": another holds the office still.
    fn is_coming(&self, title: &Title) -> bool {
        title.role.title.split(['-', ' ']).any(|w| self.lexicon.is_coming(w))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{pack::LanguagePack, record::Role};

    fn lexicon() -> &'static Lexicon {
        &LanguagePack::of("en").unwrap().unwrap().lexicon
    }

    fn title(head: &str, country: Option<&str>) -> Title {
        let role = Role { title: head.to_owned(), former: false, of: None, country: country.map(str::to_owned) };
        Title { head: head.to_owned(), role, gender: None, assumed: false }
    }

    fn asked(titles: &[Title]) -> Asked<'_> {
        Asked { titles, known: None, guest_of: &[], apart: &[], before: None }
    }

    fn side(signals: &[(&str, i64)], others: &[Title], origin: Option<&str>, head: &str) -> Option<String> {
        let holders: Vec<Holder<'_>> =
            others.iter().map(|t| Holder { titles: std::slice::from_ref(t), country: t.role.country.as_deref(), named: true }).collect();
        let origin = origin.and_then(crate::gazetteer::origin);
        Sides::weigh(lexicon(), signals.iter().copied(), &holders, origin).of(&asked(&[title(head, None)]))
    }

    #[test]
    fn a_side_that_stands_out_is_home() {
        assert_eq!(side(&[("PT", BODY), ("MA", 1), ("PT", BODY)], &[], None, "prime minister").as_deref(), Some("PT"));
    }

    #[test]
    fn two_sides_named_alike_or_one_named_once_are_none() {
        assert_eq!(side(&[("PT", 8), ("MA", 8)], &[], None, "prime minister"), None);
        assert_eq!(side(&[("PT", 1)], &[], None, "prime minister"), None);
    }

    #[test]
    fn one_who_holds_no_office_of_a_state_has_no_side() {
        assert_eq!(side(&[("PT", 9)], &[], None, "economist"), None);
    }

    #[test]
    fn an_office_that_another_is_told_to_hold_there_is_not_that_states() {
        let others = [title("president", Some("PT"))];
        assert_eq!(side(&[("PT", 19), ("FR", 8)], &others, None, "president").as_deref(), Some("FR"));
        assert_eq!(side(&[("PT", 19), ("FR", 8)], &others, None, "finance minister").as_deref(), Some("PT"));
    }

    #[test]
    fn one_who_is_yet_to_come_may_have_an_office_that_another_holds() {
        let others = [title("president", Some("PT"))];
        let holders = [Holder { titles: &others, country: Some("PT"), named: true }];
        let sides = Sides::weigh(lexicon(), [("PT", 19)].into_iter(), &holders, None);
        let mut elect = title("president", None);
        assert_eq!(sides.of(&asked(std::slice::from_ref(&elect))), None);
        elect.role.title = "President-elect".to_owned();
        assert_eq!(sides.of(&asked(&[elect])).as_deref(), Some("PT"));
    }

    #[test]
    fn an_office_in_a_body_that_states_have_is_a_states_and_one_in_a_company_is_not() {
        let sides = Sides::weigh(lexicon(), [("PT", 19)].into_iter(), &[], None);
        let mut spokesman = title("spokesman", None);
        spokesman.role.of = Some("Transport Ministry".to_owned());
        assert_eq!(sides.of(&asked(std::slice::from_ref(&spokesman))).as_deref(), Some("PT"));
        spokesman.role.of = Some("Holm Shipping".to_owned());
        assert_eq!(sides.of(&asked(&[spokesman])), None);
    }

    #[test]
    fn where_one_sides_people_are_told_the_others_are_the_other_sides() {
        let others = [title("foreign minister", Some("MA"))];
        assert_eq!(side(&[("PT", 1), ("MA", 3)], &others, None, "president").as_deref(), Some("PT"));
        assert_eq!(side(&[("PT", 1), ("FR", 1), ("MA", 3)], &others, None, "president"), None);
    }

    #[test]
    fn a_state_that_is_barely_named_is_not_the_one_left_over() {
        let others = [title("foreign minister", Some("MA"))];
        assert_eq!(side(&[("PT", 1), ("MA", 30)], &others, None, "president"), None);
    }

    #[test]
    fn one_without_a_name_takes_no_office_from_another() {
        let sitting = [title("president", Some("PT"))];
        let holders = [Holder { titles: &sitting, country: Some("PT"), named: false }];
        let sides = Sides::weigh(lexicon(), [("PT", 19)].into_iter(), &holders, None);
        assert_eq!(sides.of(&asked(&[title("president", None)])).as_deref(), Some("PT"));
    }

    #[test]
    fn a_state_without_such_an_office_is_passed_over() {
        assert_eq!(side(&[("DK", 19), ("FR", 8)], &[], None, "president").as_deref(), Some("FR"));
    }

    #[test]
    fn a_governments_own_page_is_its_own_side() {
        assert_eq!(side(&[("FR", 9)], &[], Some("https://www.gov.fj/news"), "minister").as_deref(), Some("FJ"));
        assert_eq!(side(&[("FR", 9)], &[], Some("https://news.example.fj/"), "minister").as_deref(), Some("FR"));
    }
}
