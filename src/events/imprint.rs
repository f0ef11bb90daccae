//! Where a statement was issued: "MINISTRY OF FOREIGN AFFAIRS / LISBON / 8 MAY 2023" at its foot.

use super::{
    place::{self, Located},
    scene::Scene,
};

/// The most words of such a line.
const LINE: usize = 16;

/// The place of the line in capitals that a day closes or follows, the last of the article.
pub fn of(scene: &Scene<'_>) -> Option<Located> {
    (0..scene.docs.len()).rev().filter(|&p| is_dated(scene, p)).find_map(|p| {
        let doc = scene.doc(p);
        (0..doc.len()).rev().find_map(|t| place::named(scene, p, doc, t))
    })
}

/// True for a line in capitals that ends with a day, or before one that is nothing else.
fn is_dated(scene: &Scene<'_>, passage: usize) -> bool {
    let doc = scene.doc(passage);
    let shouted = (1..=LINE).contains(&doc.len()) && !doc.text.chars().any(char::is_lowercase);
    let ends = |p: usize| scene.dates[p].last().is_some_and(|d| d.tokens.end == scene.doc(p).len());
    let is_day = |p: usize| ends(p) && scene.dates[p].first().is_some_and(|d| d.tokens.start == 0);
    shouted && (ends(passage) && !is_day(passage) || passage + 1 < scene.docs.len() && is_day(passage + 1))
}
