//! What a form with public pages says of itself.

use crate::CorrectionNote;
use crate::guard::Notice;
use crate::show::StartFrom;
use applications::{Form, Receipt};
use domain::LoginId;
use domain::receipt::ReceiptNumber;
use maud::Markup;
use std::future::Future;
use web::{Caller, Db, FieldProblem, FormControls, FormStamp, Html, Problem, Visitor};

/// A form with public pages, which are complete without JavaScript.
pub trait PublicForm: Form {
    /// The path of its page.
    const PAGE: &'static str;

    /// Whether people who are not signed in are kept from flooding it ([`guard`](crate::guard)).
    const GUARDED: bool = false;

    /// Whom of those who are signed in the form knows: the organization's manager, who files for his people.
    fn knows(visitor: &Visitor) -> Option<&Caller> {
        signed_in_manager(visitor)
    }

    /// The buttons that add and remove rows without JavaScript. Whether one of them was pressed.
    fn change_rows(input: &mut Self::Input, controls: &FormControls) -> bool;

    /// The form with everything typed and every error at its place.
    fn page(db: &Db, sheet: &Sheet<'_, Self::Input>) -> impl Future<Output = Result<Html, Problem>> + Send;

    /// What the applicant must keep of a form just filed.
    fn receipt_page(
        db: &Db,
        receipt: Receipt,
        input: &Self::Input,
    ) -> impl Future<Output = Result<Html, Problem>> + Send;

    /// Makes an old form a new one (R13b): what must be said anew is taken out.
    fn renew(input: &mut Self::Input);

    /// An empty form, with what is known of who is signed in.
    fn start(db: &Db, manager: Option<&Caller>) -> impl Future<Output = Result<Self::Input, Problem>> + Send;

    /// Puts in what a link to the form names.
    fn prefill(_input: &mut Self::Input, _start: &StartFrom) {}

    /// Puts in the person of the manager's own organization that a link names.
    fn choose(_input: &mut Self::Input, _login_id: LoginId) {}

    /// Puts in what is known of who is signed in, or was chosen rather than typed.
    fn fill_in(
        _db: &Db,
        _manager: &Caller,
        _input: &mut Self::Input,
    ) -> impl Future<Output = Result<(), Problem>> + Send {
        async { Ok(()) }
    }

    /// The answers as a copy to read and to print.
    fn copy(content: &Self::Input) -> Markup;
}

/// A form to fill in.
#[derive(Debug)]
pub struct Sheet<'a, I> {
    /// What was typed; the default for an empty form.
    pub input: &'a I,
    /// What is wrong, each at its path.
    pub errors: &'a [FieldProblem],
    /// Sent along so that a retry does not file a second application.
    pub idempotency_key: String,
    /// Where the form posts to: `/api/account-applications`, or `…/{receipt}/correction`.
    pub action: String,
    /// Set when a returned application is corrected (R13b).
    pub correcting: Option<CorrectionNote<'a>>,
    /// Whether a clerk enters what came on paper: then the form asks how it came (R12).
    pub by_desk: bool,
    /// Who is signed in, as far as the form [knows](PublicForm::knows): then it offers what is known.
    pub known: Option<&'a Caller>,
    /// When the page was made, for a form that is guarded.
    pub stamp: Option<FormStamp>,
    /// What stopped the form besides its answers.
    pub notice: Option<Notice>,
    /// The submission by mail that a clerk enters: kept apart from what else is begun in that browser.
    pub mailed_form: Option<ReceiptNumber>,
}

/// The organization's manager, when he or she is the one who is signed in.
pub fn signed_in_manager(visitor: &Visitor) -> Option<&Caller> {
    visitor.0.as_ref().map(web::Session::caller).filter(|caller| caller.is_manager)
}
