//! Every rule that a Form 5 must keep, and every reason why one does not.

use std::collections::BTreeMap;

use super::{
    Changes, ChangesInput, Facts, FurtherDevice, FurtherDeviceInput, Handover, MAX_DEVICES, OrganizationChange,
    OrganizationChangeInput,
};
use crate::account::{Applicant, ApplicantInput, Device, channel, is_group_name, manager};
use crate::organization::{KnownOrganization, account, named, not_the_manager, same_person};
use crate::{
    AddressText, AssetNumber, DeviceKind, OrganizationKind, OrganizationName, PhoneNumber, PostalCode, Violations,
};

impl OrganizationChangeInput {
    /// The form when it keeps every rule, else everything that is wrong with it.
    pub fn check(&self, facts: &Facts) -> Result<OrganizationChange, Violations> {
        let mut v = Violations::new();
        let organization = named(&mut v, self.organization_id, facts.organization.as_ref());
        let applicant = manager(&mut v, "applicant", &self.applicant);
        let changes = changes(&mut v, &self.changes);
        let typed_manager = self.new_manager.as_ref().filter(|manager| !manager.is_blank());
        let new_manager = typed_manager.map(|input| new_manager(&mut v, input));
        let devices = devices(&mut v, &self.devices, organization);
        if let (Some(organization), Some(applicant)) = (organization, &applicant) {
            files_it(&mut v, organization, applicant, typed_manager);
        }
        let handover = match (organization, &applicant, new_manager.clone().flatten()) {
            (Some(organization), Some(applicant), Some(manager)) => handover(&mut v, organization, applicant, manager),
            _ => None,
        };
        if changes.as_ref().is_some_and(Changes::is_empty)
            && typed_manager.is_none()
            && devices.as_ref().is_some_and(Vec::is_empty)
        {
            let message = "変えるところがありません。団体の情報、担当者、端末のどれかを入力してください。";
            v.push("changes", "nothing_to_change", message);
        }
        if !self.pledge {
            let message = "誓約の内容を確かめ、同意してください。同意がないと届け出られません。";
            v.push_rule("R10", "pledge", "pledge_required", message);
        }
        let channel = channel(&mut v, self.channel.as_deref(), facts.by_desk);
        v.in_order_of(&["organization_id", "applicant", "changes", "new_manager", "devices", "pledge", "channel"]);
        v.finish(|| {
            let organization = organization?;
            Some(OrganizationChange {
                organization: organization.id,
                organization_name: organization.name.clone(),
                applicant: applicant?,
                changes: changes?,
                handover: if new_manager.is_some() { Some(handover?) } else { None },
                devices: devices?,
                channel: channel?,
            })
        })
    }
}

/// R1: the manager files it; or the one to come, when the old one is gone. The desk asks the organization then.
fn files_it(
    v: &mut Violations,
    organization: &KnownOrganization,
    applicant: &Applicant,
    new_manager: Option<&ApplicantInput>,
) {
    let comes = new_manager.is_some_and(|manager| same_person(applicant, &manager.name, &manager.kana));
    if !comes && !organization.is_manager(applicant) {
        not_the_manager(v);
    }
}

fn changes(v: &mut Violations, input: &ChangesInput) -> Option<Changes> {
    let found = v.iter().count();
    let kind = |raw: &str| OrganizationKind::parse(raw.trim()).ok_or_else(crate::FieldError::unknown_value);
    let changes = Changes {
        name: v.optional("changes.name", &input.name, OrganizationName::parse),
        kind: v.optional("changes.kind", &input.kind, kind),
        postal_code: v.optional("changes.postal_code", &input.postal_code, PostalCode::parse),
        address: v.optional("changes.address", &input.address, AddressText::parse),
        phone: v.optional("changes.phone", &input.phone, PhoneNumber::parse),
    };
    (v.iter().count() == found).then_some(changes)
}

/// A manager answers for the organization's accounts: a person, not an office (R2).
fn new_manager(v: &mut Violations, input: &ApplicantInput) -> Option<Applicant> {
    if is_group_name(&input.name) || is_group_name(&input.kana) {
        let message = "システム管理担当者は個人の氏名で届け出てください。";
        v.push_rule("R2", "new_manager.name", "shared_account", message);
    }
    manager(v, "new_manager", input)
}

/// R10: the one who goes and the one who comes change places in one step.
fn handover(
    v: &mut Violations,
    organization: &KnownOrganization,
    applicant: &Applicant,
    manager: Applicant,
) -> Option<Handover> {
    let kana_key = applicant.kana.key();
    let own = organization.managers.iter().find(|manager| manager.kana_key == kana_key);
    let replaced = match (own, organization.managers.as_slice()) {
        (Some(own), _) => own,
        (None, [only]) => only,
        (None, _) => {
            let message = "担当者が複数いる団体では、交代する担当者本人の氏名で届け出てください。";
            v.push_rule("R10", "applicant.kana", "which_manager", message);
            return None;
        }
    };
    let new_key = (manager.name.key(), manager.kana.key());
    let is_new =
        |other: &&crate::organization::KnownManager| (&other.name_key, &other.kana_key) == (&new_key.0, &new_key.1);
    if organization.managers.iter().filter(is_new).any(|other| other.id != replaced.id) {
        let message = "この方は、すでにこの団体のシステム管理担当者です。";
        v.push_rule("R10", "new_manager.name", "already_manager", message);
    }
    Some(Handover { replaces: replaced.id, manager })
}

fn devices(
    v: &mut Violations,
    inputs: &[FurtherDeviceInput],
    organization: Option<&KnownOrganization>,
) -> Option<Vec<FurtherDevice>> {
    if inputs.len() > MAX_DEVICES {
        let message = format!("一度に届け出られる端末は{MAX_DEVICES}台までです。残りは別の届出にしてください。");
        v.push("devices", "too_many", message);
        return None;
    }
    let mut seen = BTreeMap::new();
    let mut devices = Vec::with_capacity(inputs.len());
    for (at, input) in inputs.iter().enumerate().filter(|(_, input)| !input.is_blank()) {
        let record = format!("devices[{at}]");
        let account = account(v, &record, (&input.login_id, &input.name), organization);
        let asset_number = v.field(format!("{record}.asset_number"), AssetNumber::parse(&input.asset_number));
        let kind = v.word(format!("{record}.kind"), &input.kind, DeviceKind::parse);
        if let (Some(account), Some(asset_number)) = (account, &asset_number)
            && let Some(first) = seen.insert((account.user_id, asset_number.clone()), at)
        {
            let message = format!("{}台目と同じ端末です。どちらかを消してください。", first + 1);
            v.push(format!("{record}.asset_number"), "same_device_twice", message);
        }
        let device = asset_number.zip(kind).map(|(asset_number, kind)| Device { asset_number, kind });
        devices.push(account.zip(device).map(|(account, device)| FurtherDevice { account: account.clone(), device }));
    }
    devices.into_iter().collect()
}
