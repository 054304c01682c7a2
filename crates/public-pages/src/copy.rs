//! The answers of a form as a copy to read and to print.

use crate::field::Question;
use domain::words::Channel;
use maud::{Markup, html};

/// How it came.
pub fn channel(word: Option<&str>) -> Markup {
    html! {
        @if let Some(channel) = word.and_then(Channel::parse) {
            h3 { "提出方法" }
            p { (channel.label_ja()) }
        }
    }
}

/// What was answered; a question left open is left out.
pub fn facts<T>(questions: &[Question<T>], answers: &T) -> Markup {
    html! {
        @for question in questions {
            @let answer = (question.read)(answers);
            @if !answer.is_empty() { (fact(question.label, question.control.read_out(answer))) }
        }
    }
}

/// One line of the copy.
pub fn fact(label: &str, value: &str) -> Markup {
    html! { div { dt { (label) } dd { (value) } } }
}
