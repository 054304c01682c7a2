//! Random weeks of notices, stops and returns, against a plain model of who is in which room when.
//!
//! The model knows nothing of stays: for each person and room it keeps from which moment on the person is in or out.

use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use tests::{App, STOPS, SupportRoom, User, registrant, somebody, with};

/// What each of the people works as; the first four count for R17.
const PROFESSIONS: [&str; 7] =
    ["doctor", "visiting_nurse", "visiting_nurse", "doctor", "care_manager", "pharmacist", "care_worker"];
const CLINICIANS: usize = 4;
/// Who begins in which room.
const TEAMS: [&[usize]; 3] = [&[0, 4], &[1, 0, 5], &[2, 6]];
const STEPS: usize = 36;
const MOST_STOPS: usize = 2;
const DAY_MILLIS: i64 = 86_400_000;
const JAPAN_MILLIS: i64 = 9 * 3_600_000;

/// `SplitMix64`: small, and the same everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(limit).unwrap()).unwrap()
    }

    fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }
}

/// One change as a notice names it.
#[derive(Clone, Copy, Debug)]
struct Change {
    joins: bool,
    person: usize,
    /// Days since 1970 in Japan.
    day: i64,
}

/// Who is in a room: for each person the moments at which that changes.
#[derive(Clone, Default)]
struct RoomModel([BTreeMap<i64, bool>; PROFESSIONS.len()]);

impl RoomModel {
    fn is_in(&self, person: usize, at: i64) -> bool {
        self.0[person].range(..=at).next_back().is_some_and(|(_, is_in)| *is_in)
    }

    fn is_in_then_or_later(&self, person: usize, at: i64) -> bool {
        self.is_in(person, at) || self.0[person].range(at..).any(|(_, is_in)| *is_in)
    }

    /// From this moment on, for good.
    fn set(&mut self, person: usize, at: i64, is_in: bool) {
        self.0[person].retain(|moment, _| *moment < at);
        self.0[person].insert(at, is_in);
    }

    fn has_clinician(&self, at: i64) -> bool {
        (0..CLINICIANS).any(|person| self.is_in(person, at))
    }

    fn moments(&self, now: i64) -> BTreeSet<i64> {
        self.0.iter().flat_map(|person| person.keys()).copied().filter(|moment| *moment > now).chain([now]).collect()
    }

    fn lacks_from(&self, now: i64) -> bool {
        self.moments(now).into_iter().any(|moment| !self.has_clinician(moment))
    }

    /// The room after a notice; none: it is refused.
    fn after(&self, changes: &[Change], stopped: &BTreeSet<usize>, now: i64) -> Option<Self> {
        let today = (now + JAPAN_MILLIS).div_euclid(DAY_MILLIS);
        let begins = |day: i64| if day <= today { now } else { day * DAY_MILLIS - JAPAN_MILLIS };
        let mut ordered = changes.to_vec();
        ordered.sort_by_key(|change| (begins(change.day), change.joins));
        let mut after = self.clone();
        for change in ordered {
            let (person, at) = (change.person, begins(change.day));
            if change.joins == after.is_in_then_or_later(person, at) || change.joins && stopped.contains(&person) {
                return None;
            }
            after.set(person, at, change.joins);
        }
        let mut moments = self.moments(now);
        moments.extend(after.moments(now));
        let worse = moments.into_iter().any(|moment| self.has_clinician(moment) && !after.has_clinician(moment));
        (!worse).then_some(after)
    }
}

/// The system and the model of it.
struct World {
    app: App,
    random: Random,
    head: User,
    people: Vec<User>,
    association: User,
    city: User,
    rooms: Vec<SupportRoom>,
    models: Vec<RoomModel>,
    stopped: BTreeSet<usize>,
    /// Notices that wait for the association: receipt, room and what they ask for.
    waiting: Vec<(String, usize, Vec<Change>)>,
    /// What happened, for whoever has to find out why.
    story: String,
}

impl World {
    fn begin(app: App, seed: u64) -> Self {
        let staff: Vec<Value> = PROFESSIONS
            .iter()
            .enumerate()
            .map(|(at, profession)| with(&somebody(at), "/profession", *profession))
            .collect();
        let mut people = app.signed_in("みなみ診療所", &staff);
        let head = people.remove(0);
        let association = app.association_clerk("真間 進", "ママ ススム");
        let city = app.first_clerk().second_window_signed_in();
        let mut world = Self {
            random: Random(seed),
            head,
            people,
            association,
            city,
            rooms: Vec::new(),
            models: Vec::new(),
            stopped: BTreeSet::new(),
            waiting: Vec::new(),
            story: format!("seed {seed}\n"),
            app,
        };
        for (at, team) in TEAMS.iter().enumerate() {
            let members: Vec<&User> = team.iter().map(|person| &world.people[*person]).collect();
            let name = somebody(100 + at);
            let patient = registrant(name["name"].as_str().unwrap(), name["kana"].as_str().unwrap());
            let now = world.now();
            world.rooms.push(world.app.support_room(&world.association, &patient, &members));
            let mut model = RoomModel::default();
            team.iter().for_each(|person| model.set(*person, now, true));
            world.models.push(model);
        }
        world
    }

    fn now(&self) -> i64 {
        self.app.clock().now().timestamp_millis()
    }

    fn active(&self) -> Vec<usize> {
        (0..PROFESSIONS.len()).filter(|person| !self.stopped.contains(person)).collect()
    }

    fn tell(&mut self, what: &str) {
        let at = self.app.clock().now();
        writeln!(self.story, "{at} {what}").unwrap();
    }

    /// Lets days pass. Everybody signs in again.
    fn days_pass(&mut self, days: i64) {
        self.app.clock().advance_days(days);
        for person in self.active() {
            self.people[person] = self.people[person].second_window_signed_in();
        }
        for user in [&mut self.head, &mut self.association, &mut self.city] {
            *user = user.second_window_signed_in();
        }
        self.tell(&format!("{days} days later"));
    }

    fn some_changes(&mut self, room: usize) -> Vec<Change> {
        let now = self.now();
        let today = (now + JAPAN_MILLIS).div_euclid(DAY_MILLIS);
        let count = *self.random.pick(&[1, 1, 1, 2, 2, 3]);
        let some = |world: &mut Self| {
            let mut person = world.random.below(PROFESSIONS.len());
            let day = today + *world.random.pick(&[-2, 0, 0, 0, 1, 2, 3, 5]);
            // Teams rather grow than shrink, so that there is somebody to take out.
            if world.stopped.contains(&person) || world.models[room].is_in_then_or_later(person, now) {
                person = world.random.below(PROFESSIONS.len());
            }
            // Mostly what may be possible; now and then what is refused.
            let likely = !world.models[room].is_in_then_or_later(person, now);
            let joins = if world.random.below(10) == 0 { !likely } else { likely };
            Change { joins, person, day }
        };
        (0..count).map(|_| some(self)).collect()
    }

    /// A member reports a change, or the association types it in from paper where nobody is left to report.
    fn files_notice(&mut self) {
        let room = self.random.below(self.rooms.len());
        let changes = self.some_changes(room);
        let now = self.now();
        let members: Vec<usize> =
            self.active().into_iter().filter(|person| self.models[room].is_in(*person, now)).collect();
        let sent: Vec<Value> = changes.iter().map(|change| self.as_sent(*change)).collect();
        let reply = if members.is_empty() {
            let mut paper = self.association.team_notice(self.rooms[room], json!(sent));
            paper["applicant"] = json!({ "name": "南 和子", "kana": "ミナミ カズコ", "phone": "047-300-0001" });
            (paper["organization_id"], paper["channel"]) = (self.head.organization_id().into(), "post".into());
            self.association.post("/api/care-team-notices", &paper)
        } else {
            let filer = *self.random.pick(&members);
            self.people[filer].sends_notice(self.rooms[room], &sent)
        };
        self.tell(&format!("room {room}: {changes:?} → {}", reply.status));
        let expected = self.models[room].after(&changes, &self.stopped, now).map_or(422, |_| 201);
        assert_eq!(reply.status, expected, "{reply}");
        if expected == 201 {
            let receipt = reply.at("/receipt_number").as_str().unwrap().to_owned();
            self.waiting.push((receipt, room, changes));
        }
    }

    fn as_sent(&self, change: Change) -> Value {
        let day = chrono::DateTime::from_timestamp_millis(change.day * DAY_MILLIS).unwrap().date_naive();
        let user = self.db_user_id(change.person);
        json!({ "change": if change.joins { "add" } else { "remove" }, "on": day.to_string(), "user_id": user })
    }

    /// A stopped account no longer says what its number is.
    fn db_user_id(&self, person: usize) -> i64 {
        let digits: String = self.people[person].login_id.chars().filter(char::is_ascii_digit).collect();
        self.app.db_count(&format!("SELECT id FROM users WHERE login_id = '{digits}'"))
    }

    /// The association decides one of the notices that wait.
    fn decides_notice(&mut self) {
        if self.waiting.is_empty() {
            return;
        }
        let at = self.random.below(self.waiting.len());
        self.decides(at);
    }

    /// The association decides a notice as soon as it comes.
    fn decides_last(&mut self) {
        self.decides(self.waiting.len() - 1);
    }

    fn decides(&mut self, at: usize) {
        let (receipt, room, changes) = self.waiting.remove(at);
        let before: Vec<Stay> = self.db_stays(room);
        let now = self.now();
        let reply = self.association.decides_notice(&receipt, "accept", None);
        self.tell(&format!("room {room}: {changes:?} decided → {}", reply.status));
        let after = self.models[room].after(&changes, &self.stopped, now);
        assert_eq!(reply.status, if after.is_some() { 200 } else { 422 }, "{reply}");
        if let Some(after) = after {
            self.models[room] = after;
            // Asked of the database, too: no accepted notice takes the last one away.
            let stays = self.db_stays(room);
            let moments = before.iter().chain(&stays).flat_map(|stay| [Some(stay.since), stay.until]).flatten();
            for moment in moments.filter(|moment| *moment > now).chain([self.now()]) {
                assert!(
                    Stay::have_clinician(&stays, moment) || !Stay::have_clinician(&before, moment),
                    "room {room} has nobody at {moment}"
                );
            }
        }
    }

    /// A manager reports that somebody stops, and the city accepts.
    fn stops_somebody(&mut self) {
        if self.stopped.len() == MOST_STOPS {
            return;
        }
        let person = *self.random.pick(&self.active());
        let receipt = self.head.files(STOPS, &self.head.stop_form(&[&self.people[person]]));
        let now = self.now();
        self.city.accepts_at_desk(STOPS, &receipt);
        self.tell(&format!("{person} stops"));
        self.stopped.insert(person);
        for model in &mut self.models {
            if model.is_in_then_or_later(person, now) {
                model.set(person, now, false);
            }
        }
    }

    /// The system and the model say the same.
    fn compare(&self) {
        let now = self.now();
        for (person, user) in self.people.iter().enumerate() {
            if self.stopped.contains(&person) {
                assert_eq!(user.get("/api/rooms").status, 401, "person {person} has stopped");
                continue;
            }
            let mut listed = user.rooms();
            listed.sort_unstable();
            let expected: Vec<i64> = (0..self.rooms.len())
                .filter(|room| self.models[*room].is_in(person, now))
                .map(|room| self.rooms[room].room)
                .collect();
            assert_eq!(listed, expected, "the list of person {person}");
            for (at, room) in self.rooms.iter().enumerate() {
                let expected = if self.models[at].is_in(person, now) { 200 } else { 404 };
                assert_eq!(user.get(&room.path("")).status, expected, "person {person} at room {at}");
            }
        }
        self.compare_days_to_come(now);
        let flagged: BTreeSet<i64> = self
            .association
            .get("/api/care-team-alerts")
            .at("/without_clinician")
            .as_array()
            .unwrap()
            .iter()
            .map(|room| room["room_id"].as_i64().unwrap())
            .collect();
        let lacking = (0..self.rooms.len()).filter(|room| self.models[*room].lacks_from(now));
        assert_eq!(flagged, lacking.map(|room| self.rooms[room].room).collect(), "rooms without clinician");
    }

    /// What the stays say of today and of the next days, just after each has begun.
    fn compare_days_to_come(&self, now: i64) {
        let today = (now + JAPAN_MILLIS).div_euclid(DAY_MILLIS);
        let later = (1..9).map(|days| (today + days) * DAY_MILLIS - JAPAN_MILLIS);
        let ids: Vec<i64> = (0..PROFESSIONS.len()).map(|person| self.db_user_id(person)).collect();
        for (at, model) in self.models.iter().enumerate() {
            let stays = self.db_stays(at);
            for moment in later.clone().chain([self.now()]) {
                for (person, id) in ids.iter().enumerate() {
                    let held = stays.iter().any(|stay| stay.user == *id && stay.holds_at(moment));
                    assert_eq!(held, model.is_in(person, moment), "person {person} in room {at} at {moment}");
                }
            }
        }
    }

    fn db_stays(&self, room: usize) -> Vec<Stay> {
        let database = self.app.db_connection();
        let sql = "SELECT m.user_id, m.since, m.until, u.profession IN ('doctor', 'visiting_nurse')
                     FROM room_members m JOIN users u ON u.id = m.user_id WHERE m.room_id = ?1";
        let mut statement = database.prepare(sql).unwrap();
        let rows = statement.query_map([self.rooms[room].room], |row| {
            Ok(Stay { user: row.get(0)?, since: row.get(1)?, until: row.get(2)?, is_clinician: row.get(3)? })
        });
        rows.unwrap().map(Result::unwrap).collect()
    }
}

/// A row of the database.
struct Stay {
    user: i64,
    since: i64,
    until: Option<i64>,
    is_clinician: bool,
}

impl Stay {
    fn holds_at(&self, moment: i64) -> bool {
        self.since <= moment && self.until.is_none_or(|until| until > moment)
    }

    fn have_clinician(stays: &[Self], moment: i64) -> bool {
        stays.iter().any(|stay| stay.is_clinician && stay.holds_at(moment))
    }
}

/// Prints what happened when a test ends badly, or repeats a story.
struct Story<'a>(&'a mut World);

impl Drop for Story<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() || std::env::var_os("MODEL_SEED").is_some() {
            println!("MODEL_SEED repeats it:\n{}", self.0.story);
        }
    }
}

#[test]
fn r18_access_is_what_a_plain_model_says_whatever_the_order_of_notices_stops_and_returns() {
    let fresh = || u64::from(std::process::id()) ^ 0x0007_A5C1;
    let seed = std::env::var("MODEL_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or_else(fresh);
    let Some(app) = App::at("2026-06-01T10:00:00+09:00") else { return };
    let mut world = World::begin(app, seed);
    let story = Story(&mut world);
    let world = &mut *story.0;
    world.compare();
    for _ in 0..STEPS {
        match world.random.below(20) {
            0..=3 => {
                let days = 1 + i64::try_from(world.random.below(3)).unwrap();
                world.days_pass(days);
            }
            4 => world.stops_somebody(),
            5..=8 => world.decides_notice(),
            9..=15 => {
                let waiting = world.waiting.len();
                world.files_notice();
                if world.waiting.len() > waiting {
                    world.decides_last();
                }
            }
            _ => world.files_notice(),
        }
        world.compare();
    }
}
