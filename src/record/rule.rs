//! The names of the rules that an explanation can give: stable, and each with one line of meaning.

/// Writes the vocabulary once: variant, name and meaning stand side by side.
macro_rules! rules {
    ($($variant:ident $name:literal $meaning:literal)*) => {
        /// A rule that can stand behind a record. Those that are frames of a language pack have the frame's name behind a dot.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Rule {
            $(#[doc = $meaning] $variant,)*
        }

        impl Rule {
            /// Every rule, in the order of the document.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Its stable name.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }

            /// What it means, in a line.
            pub const fn meaning(self) -> &'static str {
                match self {
                    $(Self::$variant => $meaning,)*
                }
            }
        }
    };
}

rules! {
    NameFull "entities.name.full" "Named by the fullest form of its name."
    NamePart "entities.name.part" "Named by a part or another form of its name: a surname, initials, a short form."
    NameState "entities.name.state" "A state, by one of its names in the gazetteer."
    NameSeat "entities.name.seat" "A state, by its capital or seat that acts for it."
    OfficeApposition "entities.office.apposition" "An office in apposition to the name, or said of it with a copula."
    OfficeHolder "entities.office.holder" "An office, for the one spoken of last who holds it or may be called so."
    OfficeNew "entities.office.new" "An office that nobody who is named holds: somebody who is only described."
    Counterpart "entities.counterpart" "The counterpart of one whose office is known, on the other side."
    Succession "entities.succession" "Who had an office before another, or has it now."
    PersonDescribed "entities.described" "Somebody who is only described by a noun."
    GroupDescribed "entities.group" "A group, by its description."
    PairPersons "entities.pair.persons" "The two persons spoken of last."
    PairSides "entities.pair.sides" "The two sides spoken of last."
    BodyDescribed "entities.body" "A body, by the noun of its name or by its description."
    Government "entities.government" "A state, by its government."
    Demonym "entities.demonym" "A state, by its demonym."
    PronounPerson "entities.pronoun.person" "A pronoun, for the person of fitting gender in reach, nearer sentences and subjects first."
    PronounThing "entities.pronoun.thing" "A pronoun, for the body or state spoken of last."
    PronounPlural "entities.pronoun.plural" "A pronoun, for those that one phrase stood for together, or for a group."
    RoleGlued "entities.role.glued" "The office stands right before the name."
    RoleApposition "entities.role.apposition" "The office stands in apposition to the name, or is said of it with a copula."
    RoleDescription "entities.role.description" "The office is all that is said of the person, or a fuller wording of one that is known."
    RoleCounterpart "entities.role.counterpart" "The office is that of the one whose counterpart the person is."
    CountryName "entities.country.name" "The side is told by the name itself, or by words before it."
    CountryOffice "entities.country.office" "The side is told with the office."
    CountryKnownOffice "entities.country.known_office" "Only one country has an office of that name."
    CountryDescription "entities.country.description" "The side is told in the description."
    CountryCompany "entities.country.company" "The side of the one who is accompanied."
    CountryAffiliation "entities.country.affiliation" "The side of the state, body or person that the person speaks or works for."
    CountryHost "entities.country.host" "The state where the one who meets the holder of an office of no told side is told to be a guest."
    CountryHome "entities.country.home" "The article's own country, which its bodies, seats and states point to; the office is one of a state, or the whole article plays there."
    QuoteBehindVerb "quotes.behind.verb" "A cue verb with its subject before it stands behind the marks."
    QuoteBehindInverted "quotes.behind.inverted" "A cue verb with its subject behind it stands behind the marks."
    QuoteBehindSource "quotes.behind.source" "A source adposition (\"according to\") stands behind the marks."
    QuoteBehindSignature "quotes.behind.signature" "A name behind a dash signs the words in marks."
    QuoteBeforeVerb "quotes.before.verb" "A cue verb leads up to the marks."
    QuoteBeforeNoun "quotes.before.noun" "A noun of speech (\"statement\") or another word leads up to the marks, with a colon."
    QuoteBeforeLabel "quotes.before.label" "A name and a colon stand before the marks."
    QuoteBeforeParagraph "quotes.before.paragraph" "The paragraph before ends with a colon and leads up to the marks."
    QuoteAroundVerb "quotes.around.verb" "The marks stand inside the clause of a cue verb."
    QuoteAroundNoun "quotes.around.noun" "The marks stand in the phrase of a noun of speech."
    QuoteAroundSource "quotes.around.source" "The marks stand in a sentence with a source adposition (\"according to\")."
    QuoteAloneSentence "quotes.alone.sentence" "A whole sentence stands in marks, without a cue of its own."
    QuoteAloneFragment "quotes.alone.fragment" "Several words stand in marks, without a cue of their own, and are no title, term or nickname."
    QuoteUnread "quotes.unread" "Words in marks of a language without a pack."
    QuoteReportedVerb "quotes.reported.verb" "A clause that a cue verb reports."
    QuoteReportedNoun "quotes.reported.noun" "A clause that a noun of speech reports."
    QuoteReportedSource "quotes.reported.source" "A clause at whose edge a source adposition (\"according to\") stands."
    TypeDirect "quotes.type.direct" "The words in marks stand by themselves: they are a sentence, or a stop, colon or comma parts them from the cue."
    TypeMixed "quotes.type.mixed" "The words in marks stand inside the article's own clause."
    TypeIndirect "quotes.type.indirect" "The words reported stand in no marks."
    SpeakerCue "quotes.speaker.cue" "Whoever the cue names: its subject, agent, object or possessor."
    SpeakerPronoun "quotes.speaker.floor_pronoun" "The cue says \"he\" or \"she\": whoever has the floor and is spoken of so."
    SpeakerCarried "quotes.speaker.carried" "Whoever spoke last: the words go on in the same sentence, the next one, or the next paragraph."
    SpeakerSentenceBefore "quotes.speaker.sentence_before" "The person who is subject of the sentence before."
    SpeakerTurned "quotes.speaker.turned" "The one before ended with a question in a paragraph of its own: the other speaker answers."
    SpeakerUnknown "quotes.speaker.unknown" "Nobody could be told: the cue names nobody that can speak, or there is none."
    MeetingVerb "meeting.verb" "A frame of a verb of meeting fires."
    MeetingNoun "meeting.noun" "A frame of a noun of meeting fires."
    MeetingPattern "meeting.pattern" "A pattern over the words of a passage in a language that no parser reads."
    MeetingAttendance "meeting.attendance" "A verb or adjective that brings further people into the meeting told of last."
    AgreementVerb "agreement.verb" "A verb of the frames takes an instrument's noun."
    AgreementPronoun "agreement.pronoun" "A verb of the frames takes a pronoun for the instrument named last."
    AgreementTransaction "agreement.transaction" "A frame of a verb of business fires."
    AgreementNoun "agreement.noun" "An instrument's noun that no verb of the frames takes."
    AgreementList "agreement.list" "A sentence that lists what was signed."
    SlotSubject "events.slot.subject" "Subject of the trigger, or of the verb that carries it; agent of a passive."
    SlotObject "events.slot.object" "Object of the trigger; subject of a passive."
    SlotAgent "events.slot.agent" "Agent of a passive trigger."
    SlotPossessor "events.slot.possessor" "Possessor of the trigger."
    SlotModifier "events.slot.modifier" "A name or demonym before the trigger."
    SlotBehind "events.slot.behind" "Behind an adposition at the trigger, or at the verb that carries it."
    SlotAttendance "events.slot.attendance" "Told as one who comes along."
    SlotClause "events.slot.clause" "In the infinitive at the instrument's noun: the other side."
    SlotMeeting "events.slot.meeting" "A side of the meeting that the agreement came of."
    SlotSentence "events.slot.sentence" "Named in the sentence of a trigger, in no slot of its frame."
    MissSides "events.miss.sides" "Let go: fewer than two sides are told."
    MissHypothetical "events.miss.hypothetical" "Let go: a condition, a mere possibility, or none in particular."
    MissHabit "events.miss.habit" "Let go: a habit."
    MissSense "events.miss.sense" "Let go: a word beside it shows that it is used in another sense."
    MissBackground "events.miss.background" "Let go: talks that only run on, with neither day nor place."
    StatusTense "events.status.tense" "Told by tense, modal and negation of the verb."
    StatusWord "events.status.word" "Told by a word above the verb."
    StatusCarrier "events.status.carrier" "Told by the verb that carries or frames the noun."
    StatusFrame "events.status.frame" "Told by the frame of the verb, with its tense."
    StatusNear "events.status.near" "Told by a word at the noun or over it."
    StatusNoun "events.status.noun" "No word tells more than that the article speaks of it."
    StatusDate "events.status.date" "The date lies ahead of the day that the article was written."
    DateTold "events.date.told" "The date hangs on the trigger's verb or noun, or on a verb that it completes or serves."
    DateVisit "events.date.visit" "The date of the visit told of, of the gathering beside which it was, or of the meeting that the account goes on from."
    DateMeeting "events.date.meeting" "The date of the meeting that the agreement came of."
    PlaceTold "events.place.told" "The place stands behind an adposition at the trigger, its verb, or what they stand in."
    PlaceMeeting "events.place.meeting" "The place of the meeting that the agreement came of."
    PlaceVisit "events.place.visit" "The place of the visit told of, of the gathering beside which it was, or of the meeting that the account goes on from."
}

#[cfg(test)]
mod tests {
    use super::Rule;

    #[test]
    fn names_are_distinct_and_meanings_are_sentences() {
        let mut names: Vec<&str> = Rule::ALL.iter().map(|r| r.name()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Rule::ALL.len());
        assert!(Rule::ALL.iter().all(|r| r.meaning().ends_with('.')), "a meaning is a line that ends with a full stop");
    }
}
