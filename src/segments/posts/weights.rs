//! What each sign weighs.

use std::sync::LazyLock;

use serde::Deserialize;

/// The fields are those of `data/posts/weights.toml`, where each one's meaning and reason stand.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Weights {
    pub foreign: i32,
    pub platform: i32,
    pub alert: i32,
    pub voice: i32,
    pub steady_voice: i32,
    pub both_speak: i32,
    pub exclaims: i32,
    pub unended: i32,
    pub introduced: i32,
    pub announced: i32,
    pub leaned_on: i32,
    pub joined: i32,
    pub list_below: i32,
    pub in_list: i32,
    pub tight: i32,
    pub after_author: i32,
    pub short: i32,
    pub reports: i32,
    pub says: i32,
    pub narrates: i32,
    pub goes_on: i32,
    pub names_author: i32,
    pub undecided: i32,
    pub other_tongue: i32,
    pub elsewhere: i32,
    pub overlong: i32,
    pub apart: i32,
    pub first: i32,
    pub further: i32,
}

const SOURCE: &str = include_str!("../../../data/posts/weights.toml");

/// A test reads the file; here a broken one would weigh nothing.
pub(super) static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| toml::from_str(SOURCE).unwrap_or_default());

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_data_is_whole_and_its_signs_point_one_way() {
        let w: Weights = toml::from_str(SOURCE).unwrap();
        assert!(
            [w.foreign, w.platform, w.voice, w.unended, w.introduced, w.announced, w.leaned_on, w.tight, w.first].iter().all(|w| *w > 0)
        );
        assert!([w.reports, w.says, w.narrates, w.names_author, w.other_tongue, w.overlong, w.apart, w.further].iter().all(|w| *w < 0));
    }
}
