//! Events of which a caller wants to be told only where they are sure enough.

use super::Events;
use crate::record::rounded;

impl Events {
    /// Drops what is told with less confidence, as the record writes it; what was signed at an encounter that is dropped stays, by itself.
    pub fn keep_sure(&mut self, least: f64) {
        let sure: Vec<bool> = self.encounters.iter().map(|e| rounded(e.confidence) >= least).collect();
        let mut left = 0;
        let mut places = Vec::with_capacity(sure.len());
        for &kept in &sure {
            places.push(kept.then_some(left));
            left += usize::from(kept);
        }
        self.accords.retain(|a| rounded(a.confidence) >= least);
        for a in &mut self.accords {
            a.meeting = a.meeting.and_then(|at| places.get(at).copied().flatten());
        }
        let mut kept = sure.iter();
        self.encounters.retain(|_| kept.next() == Some(&true));
    }
}
