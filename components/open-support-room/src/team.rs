//! What the desk sees of the people whom a Form 8 names: who has no account yet, and whose account may be meant.

use domain::ids::UserId;
use domain::support_room::MemberInput;
use domain::text::fold_key;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Db, Problem, params};

use applications::Warning;

/// A member as the form names one.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TeamMember {
    /// The place in the form, from 0.
    at: usize,
    #[schema(required = true)]
    user_id: Option<UserId>,
    /// Whether the account that the form names is in use.
    known: bool,
    /// Accounts with the same reading, for a person who is named without one.
    candidates: Vec<Candidate>,
}

/// An account that may be meant.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct Candidate {
    pub(crate) user_id: UserId,
    pub(crate) name: String,
    pub(crate) organization_name: String,
    #[serde(skip_serializing)]
    pub(crate) kana_key: String,
}

/// The members of a form, each with what is known of the account.
pub(crate) async fn members<'a>(
    db: &Db,
    inputs: impl Iterator<Item = &'a MemberInput> + Clone,
) -> Result<Vec<TeamMember>, Problem> {
    let known = crate::support_room_applications::known(db, inputs.clone().filter_map(|input| input.user_id)).await?;
    let unnamed = inputs.clone().filter(|input| input.user_id.is_none());
    let candidates = candidates(db, unnamed.map(|input| fold_key(&input.kana)).collect()).await?;
    let member = |(at, input): (usize, &MemberInput)| TeamMember {
        at,
        user_id: input.user_id.map(UserId),
        known: input.user_id.is_some_and(|id| known.contains(&id)),
        candidates: match input.user_id {
            Some(_) => Vec::new(),
            None => alike(&candidates, &fold_key(&input.kana)),
        },
    };
    Ok(inputs.enumerate().map(member).collect())
}

/// Those of the candidates who are read so.
pub(crate) fn alike(candidates: &[Candidate], kana_key: &str) -> Vec<Candidate> {
    candidates.iter().filter(|candidate| candidate.kana_key == kana_key).cloned().collect()
}

/// Active accounts whose owners are read so.
pub(crate) async fn candidates(db: &Db, kana_keys: Vec<String>) -> Result<Vec<Candidate>, Problem> {
    if kana_keys.is_empty() {
        return Ok(Vec::new());
    }
    let asked = serde_json::to_string(&kana_keys).map_err(Problem::internal)?;
    Ok(db.all(include_str!("../sql/candidates.sql"), params![asked]).await?)
}

/// What the desk should look at before it accepts: people without account, who cannot come in yet, and accounts that
/// were stopped since the form was filed.
pub(crate) async fn warnings<'a>(
    db: &Db,
    inputs: impl Iterator<Item = (String, &'a MemberInput)> + Clone,
) -> Result<Vec<Warning>, Problem> {
    let members = members(db, inputs.clone().map(|(_, input)| input)).await?;
    let warning = |((field, input), member): ((String, &MemberInput), TeamMember)| {
        if member.user_id.is_none() {
            let message = format!(
                "{}さんには、まだアカウントがありません。団体がアカウントの申請（様式第4号）をし、使えるようになってから割り当てます。",
                input.name
            );
            return Some(Warning { code: "without_account", message, field: Some(field) });
        }
        let message = format!("{}さんのアカウントは、使われなくなっています。差し戻して確かめてください。", input.name);
        (!member.known).then_some(Warning { code: "stopped_account", message, field: Some(field) })
    };
    Ok(inputs.zip(members).filter_map(warning).collect())
}
