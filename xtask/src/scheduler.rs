//! Calls the worker of the notifications now and then, as a scheduler does in production: a Spin application does nothing
//! by itself.

use std::thread;
use std::time::Duration;
use ureq::Agent;

const PAUSE: Duration = Duration::from_secs(10);
/// Longer than the worker takes with services that do not answer.
const CALL_LIMIT: Duration = Duration::from_secs(150);

/// Calls until this process ends. A call that fails is made again: there is nothing to lose, the rows wait.
pub(crate) fn keep_calling(base_url: &str) {
    let address = format!("{base_url}/api/notifications/work");
    let agent: Agent = Agent::config_builder().timeout_global(Some(CALL_LIMIT)).build().into();
    thread::spawn(move || {
        loop {
            thread::sleep(PAUSE);
            let _ = agent.post(&address).send_json(serde_json::json!({}));
        }
    });
}
