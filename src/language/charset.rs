//! Sets of characters as the pack spells them, "30-39 41-5A B5".

use super::rule_error::RuleError;

/// A set of characters: a bit for each ASCII character, sorted ranges for the rest.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CharSet {
    ascii: u128,
    /// First and last code point of each range, sorted, without overlap.
    ranges: Vec<(u32, u32)>,
}

impl CharSet {
    /// Reads hexadecimal code points and ranges, separated by spaces, in ascending order.
    pub fn parse(spelt: &str) -> Result<Self, RuleError> {
        let mut set = Self::default();
        for part in spelt.split_ascii_whitespace() {
            let (first, last) = part.split_once('-').unwrap_or((part, part));
            let point =
                |hex: &str| u32::from_str_radix(hex, 16).map_err(|_| RuleError::new(format!("'{part}' is no range of code points")));
            let (first, last) = (point(first)?, point(last)?);
            if last < first || set.ranges.last().is_some_and(|&(_, before)| first <= before) {
                return Err(RuleError::new(format!("the range '{part}' is out of order")));
            }
            for c in first..=last.min(127) {
                set.ascii |= 1 << c;
            }
            set.ranges.push((first, last));
        }
        Ok(set)
    }

    /// True where `c` is in the set; O(log ranges), O(1) for ASCII.
    pub fn contains(&self, c: char) -> bool {
        let c = c as u32;
        if c < 128 {
            return self.ascii >> c & 1 == 1;
        }
        let after = self.ranges.partition_point(|&(first, _)| first <= c);
        after > 0 && self.ranges[after - 1].1 >= c
    }

    /// True where the set holds anything beyond ASCII.
    pub fn beyond_ascii(&self) -> bool {
        self.ranges.last().is_some_and(|&(_, last)| last > 127)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_what_it_spells_and_nothing_beside() {
        let set = CharSet::parse("30-39 B5 400-4FF").unwrap();
        assert!(['0', '9', 'µ', 'Ѐ', 'ӿ'].into_iter().all(|c| set.contains(c)));
        assert!(!['/', ':', '´', '¶', 'Ͽ', 'Ԁ', '\u{10FFFF}'].into_iter().any(|c| set.contains(c)));
        assert!(set.beyond_ascii());
        assert!(!CharSet::parse("41-5A").unwrap().beyond_ascii());
    }

    #[test]
    fn says_which_range_is_wrong() {
        for (spelt, word) in [("30-3Z", "30-3Z"), ("39-30", "39-30"), ("41-5A 50", "50")] {
            assert!(CharSet::parse(spelt).unwrap_err().to_string().contains(word), "{spelt}");
        }
    }
}
