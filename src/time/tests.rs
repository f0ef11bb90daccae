use super::*;

/// The words found, each with what it means on the reference day in the direction; `?` where it stays unresolved.
fn read(text: &str, reference: Option<&str>, direction: Direction) -> String {
    let reference = reference.map(|d| d.parse().unwrap());
    let shown = |e: &Expression| resolve(e, reference, direction, None).map_or("?".to_owned(), |d| d.to_string());
    expressions(text).iter().map(|e| format!("{}={}", &text[e.span.range()], shown(e))).collect::<Vec<_>>().join("; ")
}

/// Friday.
const REFERENCE: &str = "2023-06-16";

#[test]
fn reports_of_the_past() {
    for (text, expected) in [
        ("They met on June 15, 2023.", "June 15, 2023=2023-06-15"),
        ("They met on 15 June 2023.", "15 June 2023=2023-06-15"),
        ("on the 15th of June", "the 15th of June=2023-06-15"),
        ("on 15th June", "15th June=2023-06-15"),
        ("on the fifth of May", "the fifth of May=2023-05-05"),
        ("on June 15th the two", "June 15th=2023-06-15"),
        ("on June 15 in Rome", "June 15=2023-06-15"),
        ("On December 3 the envoys", "December 3=2022-12-03"),
        ("on Sept. 11, 2001,", "Sept. 11, 2001=2001-09-11"),
        ("in June 2023", "June 2023=2023-06"),
        ("signed in November", "November=2022-11"),
        ("in May", "May=2023-05"),
        ("Signed in 2019, it", "2019=2019"),
        ("the 2015 accord", "2015=2015"),
        ("the summer of 2019", "2019=2019"),
        ("on Thursday", "Thursday=2023-06-15"),
        ("on Friday", "Friday=2023-06-16"),
        ("on Saturday", "Saturday=2023-06-10"),
        ("Thursday evening", "Thursday evening=2023-06-15"),
        ("on Wednesday night in", "Wednesday night=2023-06-14"),
        ("Thursday's talks", "Thursday=2023-06-15"),
        ("ON THURSDAY", "THURSDAY=2023-06-15"),
        ("Monday last week", "Monday last week=2023-06-05"),
        ("last Thursday", "last Thursday=2023-06-15"),
        ("last Friday", "last Friday=2023-06-09"),
        ("this Tuesday", "this Tuesday=2023-06-13"),
        ("met yesterday.", "yesterday=2023-06-15"),
        ("met yesterday, Thursday, in Havana", "yesterday, Thursday=2023-06-15"),
        ("met yesterday (Thursday)", "yesterday (Thursday)=2023-06-15"),
        ("yesterday evening", "yesterday evening=2023-06-15"),
        ("today, June 16,", "today, June 16=2023-06-16"),
        ("Today, Monday 12 June, he", "Today, Monday 12 June=2023-06-12"),
        ("the day before yesterday", "the day before yesterday=2023-06-14"),
        ("last night", "last night=2023-06-15"),
        ("this morning", "this morning=2023-06-16"),
        ("met last week", "last week=2023-06-05/2023-06-11"),
        ("last month", "last month=2023-05"),
        ("late last year", "late last year=2022"),
        ("last June", "last June=2022-06"),
        ("earlier this week", "earlier this week=2023-06-12/2023-06-18"),
        ("two days ago", "two days ago=2023-06-14"),
        ("a week ago", "a week ago=2023-06-05/2023-06-11"),
        ("three months ago", "three months ago=2023-03"),
        ("10 years ago", "10 years ago=2013"),
        ("a few days ago", "a few days ago=?"),
        ("weeks later", "weeks later=?"),
        ("over the weekend", "the weekend=2023-06-10/2023-06-11"),
        ("last weekend", "last weekend=2023-06-10/2023-06-11"),
        ("from June 12 to 15", "June 12 to 15=2023-06-12/2023-06-15"),
        ("June 12-15", "June 12-15=2023-06-12/2023-06-15"),
        ("12–15 June 2023", "12–15 June 2023=2023-06-12/2023-06-15"),
        ("between 3 and 5 May", "3 and 5 May=2023-05-03/2023-05-05"),
        ("on June 12 and 13, 2021,", "June 12 and 13, 2021=2021-06-12/2021-06-13"),
        ("from June 30 to July 2, 2021", "June 30 to July 2, 2021=2021-06-30/2021-07-02"),
        ("from December 30 to January 2", "December 30 to January 2=2022-12-30/2023-01-02"),
        ("from 2015 to 2019", "2015 to 2019=2015-01-01/2019-12-31"),
        ("in 2015-2019", "2015-2019=2015-01-01/2019-12-31"),
        ("from March to May 2021", "March to May 2021=2021-03-01/2021-05-31"),
        ("on Tuesday and Wednesday", "Tuesday and Wednesday=2023-06-13/2023-06-14"),
        ("from Monday to Thursday", "Monday to Thursday=2023-06-12/2023-06-15"),
        ("on Monday and Thursday", "Monday=2023-06-12; Thursday=2023-06-15"),
        ("on 2023-06-15 at", "2023-06-15=2023-06-15"),
        ("on 15/06/2023", "15/06/2023=2023-06-15"),
        ("in early June", "early June=2023-06"),
        ("in mid-May", "mid-May=2023-05"),
        ("in late 2022", "late 2022=2022"),
        ("on Saturday, May 4, 2019", "Saturday, May 4, 2019=2019-05-04"),
        ("on Saturday, May 4", "Saturday, May 4=2023-05-04"),
        ("on Thursday (May 4)", "Thursday (May 4)=2023-05-04"),
        ("on May 4 (Thursday)", "May 4 (Thursday)=2023-05-04"),
        ("Sat, June 3", "Sat, June 3=2023-06-03"),
        ("on February 29", "February 29=2020-02-29"),
    ] {
        assert_eq!(read(text, Some(REFERENCE), Direction::Past), expected, "{text}");
    }
}

#[test]
fn what_is_planned() {
    for (text, expected) in [
        ("will meet on Monday", "Monday=2023-06-19"),
        ("will meet on Friday", "Friday=2023-06-16"),
        ("next Monday", "next Monday=2023-06-19"),
        ("next Friday", "next Friday=2023-06-23"),
        ("tomorrow", "tomorrow=2023-06-17"),
        ("tomorrow, Saturday", "tomorrow, Saturday=2023-06-17"),
        ("on January 5", "January 5=2024-01-05"),
        ("in April", "April=2024-04"),
        ("in August", "August=2023-08"),
        ("next week", "next week=2023-06-19/2023-06-25"),
        ("later this month", "later this month=2023-06"),
        ("next year", "next year=2024"),
        ("next May", "next May=2024-05"),
        ("over the weekend", "the weekend=2023-06-17/2023-06-18"),
        ("on Tuesday and Wednesday", "Tuesday and Wednesday=2023-06-20/2023-06-21"),
        ("on July 3 and 4", "July 3 and 4=2023-07-03/2023-07-04"),
        ("in the coming week", "coming week=2023-06-19/2023-06-25"),
    ] {
        assert_eq!(read(text, Some(REFERENCE), Direction::Future), expected, "{text}");
    }
}

#[test]
fn without_a_direction_the_nearest_year_counts() {
    for (text, expected) in
        [("on December 3", "December 3=2023-12-03"), ("on January 5", "January 5=2023-01-05"), ("on Monday", "Monday=2023-06-12")]
    {
        assert_eq!(read(text, Some(REFERENCE), Direction::Unknown), expected, "{text}");
    }
    assert_eq!(read("on January 5", Some("2022-12-30"), Direction::Unknown), "January 5=2023-01-05");
}

#[test]
fn without_a_reference_the_year_stays_open() {
    for (text, expected) in [
        ("on June 15", "June 15=XXXX-06-15"),
        ("in June", "June=XXXX-06"),
        ("on June 15, 2023", "June 15, 2023=2023-06-15"),
        ("on Thursday", "Thursday=?"),
        ("yesterday", "yesterday=?"),
        ("June 12 to 15", "June 12 to 15=?"),
        ("last week", "last week=?"),
    ] {
        assert_eq!(read(text, None, Direction::Past), expected, "{text}");
    }
}

#[test]
fn some_dates_count_from_a_date_told_before() {
    let told: Date = "2023-05-10".parse().unwrap();
    let reference = REFERENCE.parse().ok();
    for (text, expected) in [
        ("the previous day", "2023-05-09"),
        ("the following day", "2023-05-11"),
        ("the next morning", "2023-05-11"),
        ("the same day", "2023-05-10"),
        ("that day", "2023-05-10"),
        ("that evening", "2023-05-10"),
        ("earlier in the day", "2023-05-10"),
        ("a day earlier", "2023-05-09"),
        ("a day after", "2023-05-11"),
        ("the day before", "2023-05-09"),
        ("three weeks earlier", "2023-04-17/2023-04-23"),
        ("the following Monday", "2023-05-15"),
        ("the following month", "2023-06"),
        ("two years later", "2025"),
    ] {
        let found = expressions(text);
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!(text[found[0].span.range()], *text);
        let shown = |told| resolve(&found[0], reference, Direction::Past, told).map(|d| d.to_string());
        assert_eq!(shown(Some(&told)).as_deref(), Some(expected), "{text}");
        assert_eq!(shown(None), None, "{text}");
    }
}

#[test]
fn a_weekday_beside_a_date_is_the_surer() {
    for (text, reference, expected) in [
        ("yesterday, Thursday", "2023-06-17", "2023-06-15"),
        ("today (Thursday)", "2023-06-16", "2023-06-15"),
        ("Thursday, June 16", "2023-06-20", "2022-06-16"),
        ("Friday, June 16", "2023-06-20", "2023-06-16"),
    ] {
        assert_eq!(read(text, Some(reference), Direction::Past), format!("{text}={expected}"));
    }
}

#[test]
fn the_word_before_tells_what_a_date_is_to_the_event() {
    for (text, bound) in [
        ("since 2015", Bound::Since),
        ("until Friday", Bound::Until),
        ("by Thursday", Bound::By),
        ("before June 15", Bound::Before),
        ("after 2015", Bound::After),
        ("on Friday", Bound::At),
    ] {
        assert_eq!(expressions(text)[0].bound, bound, "{text}");
    }
}

#[test]
fn what_looks_like_a_date_is_silent() {
    for text in [
        "It may rain; they march on.",
        "May said the talks were held by May and her aides",
        "March said",
        "the Sunday Times reported",
        "Black Friday sales",
        "a second round, the second of three",
        "2,000 people and 1,500 troops",
        "in 2000 people fled",
        "for two days",
        "a two-day visit",
        "the last two weeks",
        "over the last week",
        "the next few days",
        "the past year",
        "a total of 2015 votes",
        "rose to 2015",
        "the G20",
        "on 05/06/2023",
        "June Park and April Jones",
        "Sun and Sat were named",
        "at 10:30",
        "$2015 in cash",
        "3 percent",
        "USA Today wrote",
        "weeks of talks",
        "the last Friday of Lent",
        "February 30",
        "June 31",
        "a day",
        "",
    ] {
        let found: Vec<_> = expressions(text).into_iter().map(|e| text[e.span.range()].to_owned()).collect();
        let expected: &[&str] = if text.contains("last Friday of") { &["Friday"] } else { &[] };
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn dates_in_one_sentence_are_found_in_order() {
    let text = "On June 15, 2023, a day after talks on Wednesday, he recalled the 2015 accord and said he would fly next week.";
    assert_eq!(
        read(text, Some(REFERENCE), Direction::Past),
        "June 15, 2023=2023-06-15; a day after=?; Wednesday=2023-06-14; 2015=2015; next week=2023-06-19/2023-06-25"
    );
}

#[test]
fn the_calendars_edges_do_not_panic() {
    for reference in ["-009999-01-01", "9999-12-31", "2024-02-29"] {
        for direction in [Direction::Past, Direction::Future, Direction::Unknown] {
            let text = "yesterday, tomorrow, last week, next week, 1000 years ago, Monday, February 29, last weekend, next June, 999 weeks ago, next month";
            let read = read(text, Some(reference), direction);
            assert!(read.contains("Monday"), "{read}");
        }
    }
}

mod hostile {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn no_text_panics(text in "(\\PC|[ ,.()–-]|June|May|Thursday|yesterday|last|week|the|day|of|15|2023|to|and|ago|a|é){0,40}") {
            for e in expressions(&text) {
                prop_assert!(!text[e.span.range()].is_empty());
                let _ = resolve(&e, "2023-06-16".parse().ok(), Direction::Past, None);
            }
            let _ = (timestamp(&text), dateline(&text), from_url(&text));
        }
    }

    #[test]
    fn cost_is_linear() {
        let start = std::time::Instant::now();
        for shape in ["June 12 to the Sunday May (", "June 5 (Sat, ", "last ", "1 and ", "yesterday, ", "early-", "Monday to "] {
            expressions(&shape.repeat(40_000));
        }
        assert!(start.elapsed().as_secs() < 10);
    }
}
