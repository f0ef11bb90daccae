//! Whom a name binds: a state or a body itself, a person the one whose office it holds, a group the body that it leads.

use super::organs::{is_ministry, is_organ, last_word_in, organ_of};
use crate::{
    entities::{Entity, EntityId, EntityKind},
    events::scene::Scene,
    record::Role,
};

/// Who is bound and who signs.
#[derive(Debug, Clone, Default)]
pub struct Bound {
    /// Those bound.
    pub parties: Vec<EntityId>,
    /// The people who sign.
    pub signatories: Vec<EntityId>,
    /// Index of the encounter that told them.
    pub meeting: Option<usize>,
    /// True where the noun itself, or a clause at it, names somebody.
    pub at_noun: bool,
    /// True where only what is done under it tells the other side, of an instrument that is pointed back at: "under **the deal**, X will
    /// pay Y".
    pub by_terms: bool,
}

/// Most words of a body's name that a group is called by.
const LONGEST_BODY: usize = 4;

/// True where a person's office is one of the body's.
pub fn speaks_for(scene: &Scene<'_>, person: EntityId, body: EntityId) -> bool {
    let own = bind(scene, &[person]).parties;
    let (body, country) = (scene.entities.get(body), scene.entities.get(person).country.as_deref());
    // "the **Minister** of Trade" for "the **Ministry** of Trade of Peru", "the chief of **Norlund**" for "**Norlund** Shipping SA"
    let organ = || body.kind == EntityKind::Organization && is_ministry(scene, &body.name) && body.country.as_deref() == country;
    let branch = |&id: &EntityId| {
        let of = scene.entities.get(id);
        of.kind == EntityKind::Organization && body.name.strip_prefix(of.name.as_str()).is_some_and(|rest| rest.starts_with(' '))
    };
    own.iter().any(|&id| scene.entities.get(id).name == body.name) || organ() && country.is_some() || own.iter().any(branch)
}

/// States and bodies are bound by themselves, a state's organ binds the state; a person binds the body or state whose office it holds,
/// and signs.
pub fn bind(scene: &Scene<'_>, named: &[EntityId]) -> Bound {
    let mut bound = Bound::default();
    // "the MOU": what the recognizer takes for a body
    // nor is "the Extended **Credit Facility**" one
    let instrument = |id: &EntityId| {
        let name = scene.entities.get(*id).name.to_lowercase();
        let last_two = name.rmatch_indices(' ').nth(1).map(|(at, _)| &name[at + 1..]);
        let known = |words: &str| scene.frames.agreements.instruments.contains_key(words);
        known(&name) || last_two.is_some_and(known)
    };
    let onlooks = |id: &EntityId| {
        let e = scene.entities.get(*id);
        e.kind == EntityKind::Group && e.country.is_none() && scene.frames.agreements.onlookers.contains(&e.name.to_lowercase())
    };
    for &id in named.iter().filter(|id| !instrument(id) && !onlooks(id)) {
        let entity = scene.entities.get(id);
        let state = || entity.country.as_deref().and_then(|c| scene.entities.state(c));
        let party = match entity.kind {
            EntityKind::Person => {
                bound.signatories.push(id);
                let body = || entity.roles.iter().filter(|r| !r.former).find_map(|r| scene.named(r.of.as_deref()?));
                let body = || body().filter(|&b| scene.entities.get(b).kind == EntityKind::Organization);
                // a governor speaks for no state of those that have codes
                // "the central bank's governor" does
                let local =
                    |r: &Role| scene.frames.agreements.local.contains(&r.title.to_lowercase()) || place_governed(scene, r).is_some();
                // nor does a tycoon
                let private = |title: &str| {
                    let frames = &scene.frames.agreements;
                    last_word_in(title, &frames.private) || entity.nameless && last_word_in(title, &frames.hires.workers)
                };
                let of_company = |r: &Role| {
                    // the chief executive of a state or a city is one of its own
                    let of_state = r.country.is_some()
                        || r.of
                            .as_deref()
                            .and_then(|of| scene.named(of))
                            .is_some_and(|id| scene.entities.get(id).kind == EntityKind::State);
                    !of_state && last_word_in(&r.title.to_lowercase(), &scene.frames.agreements.of_companies)
                };
                // nor does a militia's leader
                let rebel = |title: &str| title.split(' ').any(|word| scene.frames.agreements.rebels.contains(&word.to_lowercase()));
                let speaks = !entity.roles.iter().all(|r| private(&r.title))
                    && (entity.roles.is_empty() || !entity.roles.iter().filter(|r| !r.former).all(|r| rebel(&r.title)))
                    && !entity.roles.iter().any(|r| !r.former && (local(r) || of_company(r)));
                let office = || body().or_else(|| state().filter(|_| speaks));
                (!is_legislator(scene, entity)).then(office).flatten().or_else(|| governed(scene, entity)).unwrap_or(id)
            }
            EntityKind::Group if last_word_in(&entity.name, &scene.frames.agreements.rebels) => led_by(scene, &entity.name).unwrap_or(id),
            // "Chinese **firms**" are not China
            EntityKind::Group => led_by(scene, &entity.name)
                .or_else(|| state().filter(|_| !last_word_in(&entity.name, &scene.frames.agreements.traders)))
                .unwrap_or(id),
            EntityKind::Organization if is_organ(scene, &entity.name) => {
                // "the White House and Congress": two organs of one state that deal with each other
                let beside = |&other: &EntityId| {
                    other != id
                        && scene.entities.get(other).kind == EntityKind::Organization
                        && scene.entities.get(other).country == entity.country
                };
                let of_state = last_word_in(organ_of(&entity.name).0, &scene.frames.agreements.organs);
                organ_of(&entity.name)
                    .1
                    .and_then(|owner| scene.named(owner))
                    .or_else(|| state().filter(|_| of_state && !named.iter().any(beside)))
                    .unwrap_or(id)
            }
            _ => id,
        };
        if !bound.parties.contains(&party) {
            bound.parties.push(party);
        }
    }
    with_another_state(scene, &mut bound);
    bound
}

/// "Halmstad **Mayor** Ana Ruiz": the place that a mayor or a governor signs for.
fn governed(scene: &Scene<'_>, entity: &Entity) -> Option<EntityId> {
    entity.roles.iter().filter(|r| !r.former).find_map(|r| place_governed(scene, r))
}

/// The place whose local office a role is.
fn place_governed(scene: &Scene<'_>, role: &Role) -> Option<EntityId> {
    let local = last_word_in(&role.title.to_lowercase(), &scene.frames.agreements.local);
    role.of.as_deref().filter(|_| local).and_then(|of| scene.place_named(of))
}

/// "**Senator** Ana Ruiz", "Senate Minority **Leader** Luis Gil": one of many, who binds neither the state nor the chamber.
fn is_legislator(scene: &Scene<'_>, entity: &Entity) -> bool {
    let frames = &scene.frames.agreements;
    let lower = |words: &str| words.to_lowercase();
    let chamber = |of: &str| frames.chambers.contains(&lower(of));
    let leads = |r: &Role| last_word_in(&lower(&r.title), &frames.chamber_leaders) && r.of.as_deref().is_some_and(chamber);
    // "a **representative** of Vestra"
    let of_body = |of: &str| scene.named(of).is_some_and(|id| scene.entities.get(id).kind == EntityKind::Organization) && !chamber(of);
    let sits = |r: &Role| last_word_in(&lower(&r.title), &frames.legislators) && !r.of.as_deref().is_some_and(of_body) || leads(r);
    let mut now = entity.roles.iter().filter(|r| !r.former).peekable();
    now.peek().is_some() && now.all(sits)
}

/// "Senator **Ana Ruiz** signed a treaty with Peru": with another state one who sits in a parliament deals for their own.
pub fn abroad(scene: &Scene<'_>, parties: &mut [EntityId]) {
    let state = |id: EntityId| scene.entities.get(id).kind == EntityKind::State;
    let Some(other) = parties.iter().copied().find(|&p| state(p)) else { return };
    for party in parties.iter_mut().filter(|p| scene.entities.get(**p).kind == EntityKind::Person) {
        let entity = scene.entities.get(*party);
        let own = entity.country.as_deref().and_then(|c| scene.entities.state(c)).filter(|&own| own != other);
        *party = own.filter(|_| is_legislator(scene, entity)).unwrap_or(*party);
    }
}

/// The body that those speak for who lead or make it up: "**Norlund** leaders", "the other 27 **Norlund** countries", "bosses at **Vestra**".
/// Not that of "Vestra workers".
fn led_by(scene: &Scene<'_>, group: &str) -> Option<EntityId> {
    let words: Vec<&str> = group.split_whitespace().collect();
    if !words.iter().any(|word| scene.frames.agreements.leaders.contains(&word.to_lowercase())) {
        return None;
    }
    // "**union** leaders at Vestra" lead those who work there
    // but the leaders of the African **Union** lead that
    let staff = |(i, word): (usize, &&str)| i == 0 || word.chars().all(char::is_lowercase);
    if words.iter().enumerate().any(|w| staff(w) && scene.frames.agreements.staff.contains(&w.1.to_lowercase())) {
        return None;
    }
    let spans = (1..=LONGEST_BODY).rev().flat_map(|len| words.windows(len));
    let union = |word: &&str| scene.frames.agreements.union_adjectives.get(&word.to_lowercase());
    let of_union = || words.iter().find_map(union).and_then(|names| names.iter().find_map(|name| scene.named(name)));
    let body = spans.filter(|words| words[0].starts_with(char::is_uppercase)).find_map(|words| scene.named(&words.join(" ")));
    let body = body.or_else(of_union);
    body.filter(|&id| scene.entities.get(id).kind == EntityKind::Organization)
}

/// "Norway's minister and **Ana Ruiz of Peru** signed": one of whom only the state is told signs for it where the other does so too.
fn with_another_state(scene: &Scene<'_>, bound: &mut Bound) {
    let own = |id: EntityId| {
        let entity = scene.entities.get(id);
        // "**then**-Minister Luis Gil and then-Secretary Ana Ruiz signed": in office when they did
        let plain = entity.kind == EntityKind::Person && !entity.nameless && entity.roles.iter().all(|r| r.former);
        entity.country.as_deref().and_then(|c| scene.entities.state(c)).filter(|_| plain)
    };
    // "the premiers of Peru and Chile, Ana Ruiz and Luis Gil, signed"
    let states: Vec<EntityId> = bound.parties.iter().filter_map(|&p| own(p)).collect();
    let apart = states.iter().enumerate().all(|(i, s)| !states[..i].contains(s));
    if states.len() > 1 && states.len() == bound.parties.len() && apart {
        bound.parties = states;
    }
    let state = |id: &EntityId| scene.entities.get(*id).kind == EntityKind::State;
    let Some(other) = bound.parties.iter().copied().find(state) else { return };
    for party in &mut bound.parties {
        if let Some(own) = own(*party).filter(|&own| own != other) {
            *party = own;
        }
    }
}
