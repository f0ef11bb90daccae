//! The data files, read into tables. Their form is told in `data/gazetteer/README.md`; a line that breaks it is passed over, and a test sees to it that none does.

use super::{
    country::{CountryCode, CountryInfo},
    entry::{Body, BodyKind, City, Meaning, Region, Venue},
    table::Table,
};

const COUNTRIES: &str = include_str!("../../data/gazetteer/countries.tsv");
const COUNTRY_NAMES: &str = include_str!("../../data/gazetteer/country_names.tsv");
const DEMONYMS: &str = include_str!("../../data/gazetteer/demonyms.tsv");
const REGIONS: &str = include_str!("../../data/gazetteer/regions.tsv");
const CITIES: &str = include_str!("../../data/gazetteer/cities.tsv");
const VENUES: &str = include_str!("../../data/gazetteer/venues.tsv");
const GIVEN_NAMES: &str = include_str!("../../data/gazetteer/given_names.tsv");
const SHORT_NAMES: &str = include_str!("../../data/gazetteer/short_names.tsv");
const HOSTS: &str = include_str!("../../data/gazetteer/hosts.tsv");
const OFFICES: &str = include_str!("../../data/gazetteer/offices.tsv");
const BODIES: &str = include_str!("../../data/gazetteer/bodies.tsv");

/// About how many names the English files hold.
pub(super) const ENGLISH_NAMES: usize = 16_500;
/// About how many names a further language has.
pub(super) const FOREIGN_NAMES: usize = 1_500;

/// The lines of a file, parted into `N` columns; missing ones at the end are empty.
fn rows<const N: usize>(file: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    file.lines().filter(|l| !l.is_empty() && !l.starts_with('#')).map(|line| {
        let mut columns = [""; N];
        columns.iter_mut().zip(line.split('\t')).for_each(|(c, v)| *c = v);
        columns
    })
}

/// Given names of one gender: gender, names.
pub(super) fn given_names() -> impl Iterator<Item = [&'static str; 2]> {
    rows(GIVEN_NAMES)
}

/// Short forms of given names: name, short forms.
pub(super) fn short_names() -> impl Iterator<Item = [&'static str; 2]> {
    rows(SHORT_NAMES)
}

/// What hosts tell: kind, label, code.
pub(super) fn hosts() -> impl Iterator<Item = [&'static str; 3]> {
    rows(HOSTS)
}

/// Which states have an office: office, "only" or "never", codes.
pub(super) fn offices() -> impl Iterator<Item = [&'static str; 3]> {
    rows(OFFICES)
}

/// The values of a column.
pub(super) fn values(column: &'static str) -> impl Iterator<Item = &'static str> {
    column.split('|').filter(|v| !v.is_empty())
}

/// Files every English name; gives the states, sorted by code.
pub(super) fn english(table: &mut Table) -> Vec<CountryInfo> {
    let countries = countries(table);
    for [code, names] in rows(REGIONS) {
        let country = code.parse().ok();
        values(names).for_each(|name| table.insert(name, Meaning::Region(Region { name, country })));
    }
    for [kind, name, code, others] in rows(BODIES) {
        let Some(kind) = body_kind(kind) else { continue };
        let body = Meaning::Body(Body { name, kind, country: code.parse().ok() });
        table.insert(name, body);
        values(others).for_each(|n| table.insert(n, body));
    }
    for [name, city, code, others] in rows(VENUES) {
        let Ok(country) = code.parse() else { continue };
        let venue = Meaning::Venue(Venue { name, city, country });
        table.insert(name, venue);
        values(others).for_each(|n| table.insert(n, venue));
    }
    for [name, code, thousands, ambiguous, others] in rows(CITIES) {
        let (Ok(country), Ok(thousands)) = (code.parse(), thousands.parse::<u32>()) else { continue };
        let city = Meaning::City(City { name, country, population: thousands.saturating_mul(1000), ambiguous: ambiguous == "*" });
        table.insert(name, city);
        values(others).for_each(|n| table.insert(n, city));
    }
    countries
}

fn countries(table: &mut Table) -> Vec<CountryInfo> {
    let endings = endings("en");
    let mut countries = Vec::with_capacity(260);
    for [code, name, others, demonyms, capitals, seats] in rows(COUNTRIES) {
        let Ok(code) = code.parse::<CountryCode>() else { continue };
        table.insert(name, Meaning::Country(code));
        values(others).for_each(|n| table.insert(n, Meaning::Country(code)));
        values(demonyms).for_each(|d| insert_demonym(table, d, &endings, code));
        values(capitals).for_each(|n| table.insert(n, Meaning::Capital(code)));
        values(seats).for_each(|n| table.insert(n, Meaning::Seat(code)));
        countries.push(CountryInfo {
            code,
            name,
            other_names: values(others).collect(),
            demonyms: values(demonyms).collect(),
            capitals: values(capitals).collect(),
            seats: values(seats).collect(),
        });
    }
    countries.sort_by_key(|c| c.code);
    countries
}

/// Files the names of states and their people in another language.
pub(super) fn foreign(table: &mut Table, language: &str) {
    for [lang, code, names] in rows(COUNTRY_NAMES) {
        let (true, Ok(code)) = (lang == language, code.parse()) else { continue };
        values(names).for_each(|n| table.insert(n, Meaning::Country(code)));
    }
    let endings = endings(language);
    for [lang, code, forms] in rows(DEMONYMS) {
        let (true, Ok(code)) = (lang == language, code.parse()) else { continue };
        values(forms).for_each(|f| insert_demonym(table, f, &endings, code));
    }
}

/// The endings that demonyms of a language take.
fn endings(language: &str) -> Vec<&'static str> {
    rows(DEMONYMS).filter(|[lang, code, _]| *lang == language && *code == "*").flat_map(|[_, _, endings]| values(endings)).collect()
}

fn insert_demonym(table: &mut Table, form: &'static str, endings: &[&str], code: CountryCode) {
    table.insert(form, Meaning::Demonym(code));
    for ending in endings {
        table.insert(format!("{form}{ending}"), Meaning::Demonym(code));
    }
}

fn body_kind(word: &str) -> Option<BodyKind> {
    Some(match word {
        "intergovernmental" => BodyKind::Intergovernmental,
        "union" => BodyKind::Union,
        "state" => BodyKind::State,
        "armed_group" => BodyKind::ArmedGroup,
        "party" => BodyKind::Party,
        "institution" => BodyKind::Institution,
        "company" => BodyKind::Company,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lines of a file whose columns do not pass `ok`.
    fn broken<const N: usize>(file: &'static str, ok: impl Fn(&[&'static str; N]) -> bool) -> Vec<String> {
        let wide = file.lines().filter(|l| !l.starts_with('#') && l.split('\t').count() > N).map(str::to_owned);
        wide.chain(rows::<N>(file).filter(|r| !ok(r)).map(|r| r.join(" | "))).collect()
    }

    fn code(text: &str) -> bool {
        text.parse::<CountryCode>().is_ok_and(|c| super::super::Gazetteer::global().country(c).is_some())
    }

    #[test]
    fn every_line_of_every_file_keeps_the_form() {
        let none: Vec<String> = Vec::new();
        assert_eq!(broken::<6>(COUNTRIES, |r| code(r[0]) && !r[1].is_empty()), none);
        assert_eq!(broken::<3>(COUNTRY_NAMES, |r| code(r[1]) && !r[2].is_empty()), none);
        assert_eq!(broken::<3>(DEMONYMS, |r| (code(r[1]) || r[1] == "*") && !r[2].is_empty()), none);
        assert_eq!(broken::<2>(REGIONS, |r| (code(r[0]) || r[0] == "-") && !r[1].is_empty()), none);
        assert_eq!(broken::<4>(BODIES, |r| body_kind(r[0]).is_some() && !r[1].is_empty() && (r[2].is_empty() || code(r[2]))), none);
        assert_eq!(broken::<4>(VENUES, |r| !r[0].is_empty() && !r[1].is_empty() && code(r[2])), none);
        assert_eq!(broken::<2>(GIVEN_NAMES, |r| ["male", "female", "either"].contains(&r[0]) && !r[1].is_empty()), none);
        assert_eq!(broken::<3>(HOSTS, |r| ["official", "under", "country", "sold"].contains(&r[0]) && !r[1].is_empty()), none);
        assert_eq!(broken::<3>(OFFICES, |r| ["only", "never"].contains(&r[1]) && values(r[2]).all(code)), none);
        assert_eq!(
            broken::<5>(CITIES, |r| !r[0].is_empty() && code(r[1]) && r[2].parse::<u32>().is_ok() && ["", "*"].contains(&r[3])),
            none
        );
    }
}
