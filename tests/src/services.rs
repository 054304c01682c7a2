//! Somebody else's HTTP service, as the system meets it: it records what it is sent, and answers as it is told.

use std::collections::{BTreeMap, VecDeque};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// How the service answers one request.
#[derive(Clone, Copy, Debug)]
pub enum Answer {
    /// With this status.
    Status(u16),
    /// With 429 and `Retry-After`, in seconds.
    TooMany(u64),
    /// It takes what it is sent, and the answer is lost on its way.
    Lost,
    /// With 202, but only after so many seconds.
    Slow(u64),
}

/// What the service was sent.
#[derive(Clone, Debug)]
pub struct Received {
    pub path: String,
    /// Names in lower case.
    pub headers: BTreeMap<String, String>,
    pub body: Vec<u8>,
}

impl Received {
    /// The body, read as JSON.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap()
    }
}

#[derive(Default)]
struct State {
    received: Vec<Received>,
    next: VecDeque<Answer>,
    always: Option<Answer>,
}

/// A service on a port of its own. It ends with the test's process.
#[derive(Clone)]
pub struct Service {
    pub origin: String,
    state: Arc<Mutex<State>>,
}

impl Service {
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let state = Arc::new(Mutex::new(State::default()));
        let service = Self { origin, state: Arc::clone(&state) };
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let state = Arc::clone(&state);
                // Whoever goes away in the middle is no failure of the service.
                thread::spawn(move || serve(&stream, &state).ok());
            }
        });
        service
    }

    /// The next requests are answered so, each once.
    pub fn answers_next(&self, answers: &[Answer]) {
        self.state.lock().unwrap().next.extend(answers);
    }

    /// Every request is answered so from now on; `None`: with 202.
    pub fn answers_always(&self, answer: Option<Answer>) {
        self.state.lock().unwrap().always = answer;
    }

    /// Everything it was sent, in order.
    pub fn received(&self) -> Vec<Received> {
        self.state.lock().unwrap().received.clone()
    }
}

fn serve(stream: &TcpStream, state: &Mutex<State>) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let received = read(&mut reader)?;
    let answer = {
        let mut state = state.lock().unwrap();
        state.received.push(received);
        state.next.pop_front().or(state.always).unwrap_or(Answer::Status(202))
    };
    let (status, more) = match answer {
        Answer::Lost => return Ok(()),
        Answer::Slow(seconds) => {
            thread::sleep(Duration::from_secs(seconds));
            (202, String::new())
        }
        Answer::Status(status) => (status, String::new()),
        Answer::TooMany(seconds) => (429, format!("retry-after: {seconds}\r\n")),
    };
    let mut stream = stream;
    write!(stream, "HTTP/1.1 {status} X\r\n{more}content-length: 0\r\nconnection: close\r\n\r\n")
}

fn read(reader: &mut BufReader<TcpStream>) -> std::io::Result<Received> {
    let first = line(reader)?;
    let path = first.split(' ').nth(1).unwrap_or_default().to_owned();
    let mut headers = BTreeMap::new();
    loop {
        let header = line(reader)?;
        let Some((name, value)) = header.split_once(':') else { break };
        headers.insert(name.to_ascii_lowercase(), value.trim().to_owned());
    }
    let mut body = Vec::new();
    if let Some(length) = headers.get("content-length").and_then(|length| length.parse().ok()) {
        body = vec![0; length];
        reader.read_exact(&mut body)?;
    } else if headers.contains_key("transfer-encoding") {
        loop {
            let size = usize::from_str_radix(&line(reader)?, 16).unwrap_or_default();
            let mut chunk = vec![0; size];
            reader.read_exact(&mut chunk)?;
            line(reader)?;
            if size == 0 {
                break;
            }
            body.extend(chunk);
        }
    }
    Ok(Received { path, headers, body })
}

fn line(reader: &mut BufReader<TcpStream>) -> std::io::Result<String> {
    let mut line = String::new();
    reader.read_line(&mut line)?;
    Ok(line.trim_end().to_owned())
}
