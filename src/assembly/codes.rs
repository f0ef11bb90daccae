//! Codes of event ontologies, from `data/codes.toml`.

use std::{collections::HashMap, sync::OnceLock};

use serde::Deserialize;

use crate::record::{AgreementStatus, Codes, Format, MeetingStatus};

#[derive(Debug, Deserialize)]
struct Table {
    meeting: HashMap<MeetingStatus, Row>,
    agreement: HashMap<AgreementStatus, Row>,
}

#[derive(Debug, Deserialize)]
struct Row {
    cameo: String,
    cameo_remote: Option<String>,
    cameo_mediated: Option<String>,
    plover: String,
}

fn table() -> Option<&'static Table> {
    static TABLE: OnceLock<Option<Table>> = OnceLock::new();
    TABLE.get_or_init(|| toml::from_str(include_str!("../../data/codes.toml")).ok()).as_ref()
}

/// The codes of a meeting.
pub fn of_meeting(status: MeetingStatus, format: Format, mediated: bool) -> Codes {
    let Some(row) = table().and_then(|t| t.meeting.get(&status)) else { return Codes::default() };
    let remote = matches!(format, Format::Phone | Format::Video);
    let special = if mediated { row.cameo_mediated.as_ref() } else { row.cameo_remote.as_ref().filter(|_| remote) };
    Codes { cameo: Some(special.unwrap_or(&row.cameo).clone()), plover: Some(row.plover.clone()) }
}

/// The codes of an agreement.
pub fn of_agreement(status: AgreementStatus) -> Codes {
    table()
        .and_then(|t| t.agreement.get(&status))
        .map_or_else(Codes::default, |row| Codes { cameo: Some(row.cameo.clone()), plover: Some(row.plover.clone()) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_held_meeting_is_told_apart_by_format_and_mediator() {
        let code = |f, m| of_meeting(MeetingStatus::Held, f, m).cameo;
        assert_eq!(code(Format::InPerson, false).as_deref(), Some("040"));
        assert_eq!(code(Format::Phone, false).as_deref(), Some("041"));
        assert_eq!(code(Format::InPerson, true).as_deref(), Some("045"));
    }

    #[test]
    fn what_no_code_fits_has_none() {
        assert_eq!(of_meeting(MeetingStatus::Denied, Format::Unknown, false), Codes::default());
        assert_eq!(of_agreement(AgreementStatus::Terminated), Codes::default());
    }
}
