//! Meetings and agreements as the record gives them.

use super::{codes, grounds::Grounds, participants::Cast, segments};
use crate::{
    entities::{Entities, EntityId, EntityKind},
    events::{Accord, Dating, Encounter, Events, Located, Outcome, Spot},
    record::{Agreement, Attendance, Evidence, Format, Id, Item, Meeting, MeetingRole, MeetingStatus, Place, Segment, When, rounded},
    text::{Byte, Span, Tok},
};

/// Writes meetings and agreements.
pub struct Writer<'a> {
    /// Positions.
    pub grounds: &'a Grounds<'a>,
    /// Ids of participants.
    pub cast: &'a Cast,
    /// The record's segments.
    pub segments: &'a [(Span<Byte>, Segment)],
    /// Who is who.
    pub entities: &'a Entities,
}

impl Writer<'_> {
    /// Both tables, linked.
    pub fn write(&self, events: &Events) -> (Vec<Meeting>, Vec<Agreement>) {
        let mut meetings: Vec<Meeting> = events.encounters.iter().enumerate().map(|(i, e)| self.meeting(i, e)).collect();
        let agreements: Vec<Agreement> = events.accords.iter().enumerate().map(|(i, a)| self.agreement(i, a)).collect();
        for (accord, agreement) in events.accords.iter().zip(&agreements) {
            if let Some(m) = accord.meeting.and_then(|m| meetings.get_mut(m)) {
                m.agreements.push(agreement.id.clone());
            }
        }
        (meetings, agreements)
    }

    fn meeting(&self, index: usize, e: &Encounter) -> Meeting {
        let status = match e.outcome {
            Outcome::Happened => MeetingStatus::Held,
            Outcome::Ongoing => MeetingStatus::Ongoing,
            Outcome::Planned => MeetingStatus::Planned,
            Outcome::Proposed => MeetingStatus::Proposed,
            Outcome::Cancelled => MeetingStatus::Cancelled,
            Outcome::Refused => MeetingStatus::Refused,
            Outcome::Denied => MeetingStatus::Denied,
        };
        let format = e.format.unwrap_or(Format::Unknown);
        let mediated = e.participants.iter().any(|(_, r)| *r == MeetingRole::Mediator);
        Meeting {
            id: Id::new('m', index),
            participants: e
                .participants
                .iter()
                .filter_map(|&(id, role)| self.cast.id(id).map(|participant| Attendance { participant, role, side: self.side(id) }))
                .collect(),
            status,
            format,
            date: e.date.as_ref().map(|d| self.when(d)),
            place: e.place.as_ref().map(|p| self.place(p)),
            topics: self.phrases(&e.topics),
            agreements: Vec::new(),
            codes: codes::of_meeting(status, format, mediated),
            confidence: rounded(e.confidence),
            evidence: self.evidence(&e.evidence),
            explanation: None,
        }
    }

    fn agreement(&self, index: usize, a: &Accord) -> Agreement {
        Agreement {
            id: Id::new('a', index),
            parties: self.cast.all(&a.parties),
            signatories: self.cast.all(&a.signatories),
            instrument: a.instrument,
            count: a.count.number,
            count_text: a.count.words.clone(),
            items: a
                .items
                .iter()
                .map(|i| Item {
                    title: self.phrase(i.at.0, i.at.1),
                    instrument: i.instrument,
                    subjects: i.subjects.iter().map(|&(p, t)| self.phrase(p, t)).collect(),
                })
                .collect(),
            subjects: self.phrases(&a.subjects),
            status: a.status,
            date: a.date.as_ref().map(|d| self.when(d)),
            place: a.place.as_ref().map(|p| self.place(p)),
            meeting: a.meeting.map(|m| Id::new('m', m)),
            codes: codes::of_agreement(a.status),
            confidence: rounded(a.confidence),
            evidence: self.evidence(&a.evidence),
            explanation: None,
        }
    }

    fn side(&self, id: EntityId) -> Option<String> {
        let entity = self.entities.get(id);
        entity
            .country
            .clone()
            .or_else(|| (entity.kind == EntityKind::Organization).then(|| entity.name.clone()))
            .or_else(|| entity.roles.iter().find_map(|r| r.of.clone()))
    }

    fn evidence(&self, spots: &[Spot]) -> Vec<Evidence> {
        let mut found: Vec<Evidence> = Vec::with_capacity(spots.len());
        for s in spots {
            let e = self.grounds.evidence(s.passage, s.token, |at| segments::at(self.segments, at));
            if found.last() != Some(&e) {
                found.push(e);
            }
        }
        found
    }

    fn when(&self, d: &Dating) -> When {
        When {
            text: self.grounds.as_it_came(d.passage, d.tokens).to_owned(),
            value: d.value.as_ref().map(ToString::to_string),
            precision: d.value.as_ref().map(crate::time::Date::precision),
            span: self.grounds.tokens(d.passage, d.tokens),
        }
    }

    fn place(&self, p: &Located) -> Place {
        let text = self.grounds.as_it_came(p.passage, p.tokens).to_owned();
        Place {
            name: text.split_whitespace().collect::<Vec<_>>().join(" "),
            text,
            country: p.country.clone(),
            span: self.grounds.tokens(p.passage, p.tokens),
        }
    }

    /// Phrases in order, each wording once.
    fn phrases(&self, at: &[(usize, Span<Tok>)]) -> Vec<String> {
        let mut found: Vec<String> = Vec::with_capacity(at.len());
        for &(passage, tokens) in at {
            let phrase = self.phrase(passage, tokens);
            if !found.contains(&phrase) {
                found.push(phrase);
            }
        }
        found
    }

    fn phrase(&self, passage: usize, tokens: Span<Tok>) -> String {
        self.grounds.as_it_came(passage, tokens).split_whitespace().collect::<Vec<_>>().join(" ")
    }
}
