//! The explanations of a record, where they are asked for: which rule stands behind what, and on which words.

use super::{grounds::Grounds, words};
use crate::{
    budget::Budget,
    entities::{Entities, Entity, EntityId, EntityKind, Side},
    events::{self, Events, Matter, Of, Why},
    language::Doc,
    pack::LanguagePack,
    quotes::Quotation,
    record::{Participant, Reason, Record, Rule, Words},
    segments::Passage,
    text::{Span, Tok},
    time::Day,
};

/// Writes explanations.
pub struct Writer<'a> {
    /// Positions.
    pub grounds: &'a Grounds<'a>,
    /// The entity behind each participant of the record.
    pub cast: &'a [EntityId],
    /// The passages.
    pub passages: &'a [Passage],
    /// A document for each.
    pub docs: &'a [Doc],
    /// Who is who.
    pub entities: &'a Entities,
}

impl Writer<'_> {
    /// Explains everything in a record that rules made.
    pub fn explain(&self, record: &mut Record, quotes: &[Quotation], events: &Events, pack: &LanguagePack, reference: Option<Day>) {
        for (participant, &id) in record.participants.iter_mut().zip(self.cast) {
            participant.explanation = Some(self.participant(participant, self.entities.get(id)));
        }
        for (quote, q) in record.quotes.iter_mut().zip(words::in_order(self.passages, quotes)) {
            quote.explanation = Some(self.quote(q, pack));
        }
        // half an explanation would look like a whole one
        let budget = &Budget::unlimited();
        let (passages, docs, entities, frames) = (self.passages, self.docs, self.entities, &pack.frames);
        let told = events::explain(Matter { passages, docs, entities, quotes, frames, reference, budget }, events);
        for ((meeting, e), why) in record.meetings.iter_mut().zip(&events.encounters).zip(told.encounters) {
            let parties: Vec<EntityId> = e.participants.iter().map(|p| p.0).collect();
            let of = |of| match of {
                Of::Event => "meeting".to_owned(),
                Of::Party(id) => self.nth("participants", &parties, id),
                other => field(other),
            };
            meeting.explanation = Some(why.into_iter().map(|w| self.event(of(w.of), w)).collect());
        }
        for ((agreement, a), why) in record.agreements.iter_mut().zip(&events.accords).zip(told.accords) {
            let of = |of| match of {
                Of::Event => "agreement".to_owned(),
                Of::Party(id) => self.nth("parties", &a.parties, id),
                Of::Signatory(id) => self.nth("signatories", &a.signatories, id),
                other => field(other),
            };
            agreement.explanation = Some(why.into_iter().map(|w| self.event(of(w.of), w)).collect());
        }
        record.near_misses = Some(told.misses.into_iter().map(|(of, w)| self.event(of.to_owned(), w)).collect());
    }

    /// Each mention, each office, and the side.
    fn participant(&self, participant: &Participant, entity: &Entity) -> Vec<Reason> {
        let mut found = Vec::new();
        for (i, &m) in entity.mentions.iter().enumerate() {
            found.extend(self.entities.mentions[m].rule.map(|rule| self.reason(format!("mentions[{i}]"), rule.name(), &self.mention(m))));
        }
        for (i, role) in participant.roles.iter().enumerate() {
            let at = entity.roles.iter().position(|r| r == role).and_then(|r| entity.roles_at.get(r));
            if let Some(m) = at.map(|at| at.wording) {
                let rule = match self.entities.mentions[m].rule {
                    Some(Rule::OfficeApposition) => Rule::RoleApposition,
                    Some(Rule::Counterpart) => Rule::RoleCounterpart,
                    Some(Rule::OfficeNew | Rule::OfficeHolder) => Rule::RoleDescription,
                    _ => Rule::RoleGlued,
                };
                found.push(self.reason(format!("roles[{i}]"), rule.name(), &self.mention(m)));
            }
        }
        if participant.country.is_some() {
            let (rule, at) = Self::side(entity);
            let at = at.map(|m| self.mention(m)).unwrap_or_default();
            found.push(self.reason("country".to_owned(), rule.name(), &at));
        }
        found
    }

    /// Where the country was taken from, and the mention that told it.
    fn side(entity: &Entity) -> (Rule, Option<usize>) {
        let first = entity.mentions.first().copied();
        match entity.side {
            Side::Office(i) => (Rule::CountryOffice, entity.roles_at.get(i).map(|at| at.side)),
            Side::KnownOffice(i) => (Rule::CountryKnownOffice, entity.roles_at.get(i).map(|at| at.side)),
            Side::Company => (Rule::CountryCompany, None),
            Side::Affiliation => (Rule::CountryAffiliation, first),
            Side::Host => (Rule::CountryHost, None),
            Side::Home => (Rule::CountryHome, None),
            Side::Own if entity.nameless || entity.kind == EntityKind::Group => (Rule::CountryDescription, first),
            Side::Own => (Rule::CountryName, first),
        }
    }

    /// What made it a quote, what made its type, and who speaks.
    fn quote(&self, q: &Quotation, pack: &LanguagePack) -> Vec<Reason> {
        let cue = q.cue_at.map(|(p, t)| (p, pack.cues.adposition_at(&self.docs[p], t).unwrap_or(Span::new(t, t + 1))));
        let doc = &self.docs[q.passage];
        let view = &self.passages[q.passage].view;
        let own = Some(doc.token_at(view.from_article(q.words.start))).filter(|&t| t < doc.len());
        let opening: Vec<(usize, Span<Tok>)> = own.map(|t| (q.passage, Span::new(t, t + 1))).into_iter().collect();
        let made: Vec<_> = cue.map_or_else(|| opening.clone(), |cue| vec![cue]);
        vec![
            self.reason("quote".to_owned(), q.rule(self.docs, &pack.cues).name(), &made),
            self.reason("type".to_owned(), q.type_rule().name(), &opening),
            self.reason("speaker".to_owned(), q.speaker_by.name(), &q.speaker_at.into_iter().collect::<Vec<_>>()),
        ]
    }

    fn event(&self, of: String, why: Why) -> Reason {
        let rule = why.frame.map_or_else(|| why.rule.name().to_owned(), |frame| format!("{}.{frame}", why.rule.name()));
        self.reason(of, &rule, &why.words)
    }

    /// The place of somebody in an array of the record, which has only those who have a mention.
    fn nth(&self, field: &str, among: &[EntityId], id: EntityId) -> String {
        let before = among.iter().take_while(|&&other| other != id).filter(|o| !self.entities.get(**o).mentions.is_empty()).count();
        format!("{field}[{before}]")
    }

    fn mention(&self, m: usize) -> Vec<(usize, Span<Tok>)> {
        let mention = &self.entities.mentions[m];
        vec![(mention.passage, mention.tokens)]
    }

    fn reason(&self, of: String, rule: &str, at: &[(usize, Span<Tok>)]) -> Reason {
        let words = at.iter().map(|&(p, tokens)| Words {
            ground: self.grounds.ground(p),
            span: self.grounds.tokens(p, tokens),
            text: self.grounds.as_it_came(p, tokens).to_owned(),
        });
        Reason { of, rule: rule.to_owned(), words: words.collect() }
    }
}

/// The field that a reason is given for.
fn field(of: Of) -> String {
    match of {
        Of::Event | Of::Again => "evidence",
        Of::Party(_) => "participants",
        Of::Signatory(_) => "signatories",
        Of::Status => "status",
        Of::Date => "date",
        Of::Place => "place",
    }
    .to_owned()
}
