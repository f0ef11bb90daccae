//! The side that an article does not say because its readers know: a paper in Lisbon writes "the prime minister".
//!
//! Told by the bodies, seats and states that the article names. Only one side that stands out clearly counts, and only those who hold
//! an office of a state (and no stated side) are put on it.

/// How many namings it takes.
const LEAST: usize = 3;

/// The one country that the namings point to, if it is named often enough and half again as often as the next.
pub fn country<'a>(namings: impl Iterator<Item = &'a str>) -> Option<String> {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for country in namings {
        match counts.iter_mut().find(|(c, _)| *c == country) {
            Some((_, n)) => *n += 1,
            None => counts.push((country, 1)),
        }
    }
    counts.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    let (first, most) = *counts.first()?;
    let next = counts.get(1).map_or(0, |(_, n)| *n);
    (most >= LEAST && most * 2 >= next * 3).then(|| first.to_owned())
}

#[cfg(test)]
mod tests {
    use super::country;

    #[test]
    fn a_side_that_stands_out_is_home() {
        assert_eq!(country(["PT", "PT", "MA", "PT"].into_iter()).as_deref(), Some("PT"));
    }

    #[test]
    fn two_sides_named_alike_are_none() {
        assert_eq!(country(["PT", "MA", "PT", "MA", "PT", "MA"].into_iter()), None);
        assert_eq!(country(["PT"].into_iter()), None);
    }
}
