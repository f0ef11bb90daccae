//! What a name can mean.

use std::fmt;

use super::{country::CountryCode, table::Table};

/// A city; of several of one name the largest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct City {
    /// Its name as the gazetteer writes it.
    pub name: &'static str,
    /// The state that it lies in.
    pub country: CountryCode,
    /// People, to the nearest thousand; 0 where it is small or not known.
    pub population: u32,
    /// True where another state has a city of that name at least a tenth as large.
    pub ambiguous: bool,
}

/// A part of a state, or of the world: a province, an island, a landscape, a continent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Region {
    /// Its name.
    pub name: &'static str,
    /// The state that it is recognized as part of; none for a part of the world that many states share.
    pub country: Option<CountryCode>,
}

/// A building, palace, hall or resort where encounters take place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Venue {
    /// Its name as the gazetteer writes it.
    pub name: &'static str,
    /// The city that it stands in or near.
    pub city: &'static str,
    /// The state that it stands in.
    pub country: CountryCode,
}

/// What kind of body a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BodyKind {
    /// Made by a treaty between states, or a standing group of them.
    Intergovernmental,
    /// The European Union and its institutions.
    Union,
    /// A state that has no code: a former one, or one that few recognize.
    State,
    /// A militia, guerrilla or jihadist group.
    ArmedGroup,
    /// A political party.
    Party,
    /// A parliament, ministry, agency, central bank, university, charity and the like.
    Institution,
    /// A company.
    Company,
}

/// An organization.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Body {
    /// Its full name.
    pub name: &'static str,
    /// What it is.
    pub kind: BodyKind,
    /// The state that it belongs to, where it belongs to one.
    pub country: Option<CountryCode>,
}

/// One meaning of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// The name of a state or territory.
    Country(CountryCode),
    /// A word for a state's people.
    Demonym(CountryCode),
    /// A capital.
    Capital(CountryCode),
    /// A building or street that stands for a government.
    Seat(CountryCode),
    /// A city.
    City(City),
    /// A part of a state.
    Region(Region),
    /// A building or resort.
    Venue(Venue),
    /// An organization.
    Body(Body),
}

/// A name that was found, with all its meanings.
#[derive(Clone, Copy)]
pub struct Entry<'g> {
    pub(super) table: &'g Table,
    pub(super) node: u32,
}

macro_rules! first_meaning {
    ($(#[$doc:meta])* $name:ident, $variant:ident -> $of:ty) => {
        $(#[$doc])*
        pub fn $name(self) -> Option<$of> {
            self.meanings().find_map(|m| match m {
                Meaning::$variant(x) => Some(x),
                _ => None,
            })
        }
    };
}

impl<'g> Entry<'g> {
    /// Every meaning, states first.
    pub fn meanings(self) -> impl Iterator<Item = Meaning> + 'g {
        self.table.meanings(self.node)
    }

    first_meaning!(
        /// The state of that name.
        country, Country -> CountryCode);
    first_meaning!(
        /// The state whose people it names.
        demonym, Demonym -> CountryCode);
    first_meaning!(
        /// The state whose capital it is.
        capital, Capital -> CountryCode);
    first_meaning!(
        /// The city of that name.
        city, City -> City);
    first_meaning!(
        /// The part of a state of that name.
        region, Region -> Region);
    first_meaning!(
        /// The building or resort of that name.
        venue, Venue -> Venue);
    first_meaning!(
        /// The organization of that name.
        body, Body -> Body);

    /// The state whose government it stands for: a seat or a capital.
    pub fn seat(self) -> Option<CountryCode> {
        self.meanings()
            .find_map(|m| match m {
                Meaning::Seat(c) => Some(c),
                _ => None,
            })
            .or_else(|| self.capital())
    }

    /// The state that it names, as a name, an adjective, or by its seat or capital.
    pub fn state(self) -> Option<CountryCode> {
        self.country().or_else(|| self.demonym()).or_else(|| self.seat())
    }

    /// The state in which a place of that name lies: a venue, capital, city or region, or the state itself.
    pub fn located_in(self) -> Option<CountryCode> {
        self.country()
            .or_else(|| self.venue().map(|v| v.country))
            .or_else(|| self.capital())
            .or_else(|| self.region().and_then(|r| r.country))
            .or_else(|| self.city().map(|c| c.country))
    }
}

impl fmt::Debug for Entry<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.meanings()).finish()
    }
}
