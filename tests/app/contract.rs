//! Routes in spin.toml = routers = openapi.json = authorization table = the front end's types.

use crate::authorization::table;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;
use tests::{openapi, workspace};

/// One operation of the API.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Operation {
    pub(crate) component: &'static str,
    pub(crate) method: String,
    pub(crate) path: String,
}

/// All operations that the components' routers have.
pub(crate) fn operations() -> Vec<Operation> {
    let mut operations = Vec::new();
    for (component, description) in openapi::components() {
        let description = serde_json::to_value(description).unwrap();
        for (method, path) in operations_in(&description) {
            operations.push(Operation { component, method, path });
        }
    }
    operations
}

fn operations_in(description: &Value) -> Vec<(String, String)> {
    let paths = description["paths"].as_object().expect("paths");
    let methods = ["get", "put", "post", "delete", "patch"];
    let of_path = |(path, item): (&String, &Value)| {
        let present = methods.into_iter().filter(|method| item[*method].is_object());
        present.map(|method| (method.to_uppercase(), path.clone())).collect::<Vec<_>>()
    };
    paths.iter().flat_map(of_path).collect()
}

/// The routes of pages, which no API description lists: read from `.route("/path", get(…).post(…))` in the routers.
pub(crate) fn page_routes() -> Vec<(String, String)> {
    routes_of_pages().into_iter().map(|(_, method, path)| (method, path)).collect()
}

/// The same, each with the component that has it.
fn routes_of_pages() -> Vec<(String, String, String)> {
    let mut routes = Vec::new();
    for component in std::fs::read_dir(workspace().join("components")).unwrap() {
        let component = component.unwrap().path();
        if component.ends_with("serve-site") {
            continue;
        }
        let source = std::fs::read_to_string(component.join("src/lib.rs")).unwrap();
        for route in source.split(".route(\"").skip(1) {
            let (path, handlers) = route.split_once('"').expect("a path");
            let handlers = handlers.split(".route(").next().unwrap_or_default();
            for method in ["get", "put", "post", "delete"] {
                if handlers.contains(&format!("{method}(")) {
                    let name = component.file_name().unwrap().to_string_lossy().into_owned();
                    routes.push((name, method.to_uppercase(), path.to_owned()));
                }
            }
        }
    }
    routes
}

/// Route and component of every HTTP trigger.
fn triggers() -> Vec<(String, String)> {
    let manifest = std::fs::read_to_string(workspace().join("spin.toml")).unwrap();
    let manifest: toml::Table = manifest.parse().unwrap();
    let triggers = manifest["trigger"]["http"].as_array().expect("HTTP triggers");
    let text = |trigger: &toml::Value, key: &str| trigger[key].as_str().expect("a text").to_owned();
    triggers.iter().map(|trigger| (text(trigger, "route"), text(trigger, "component"))).collect()
}

/// Where Spin sends a path: the longest route that fits.
fn component_for<'a>(triggers: &'a [(String, String)], path: &str) -> Option<&'a str> {
    let fits = |route: &str| {
        let (prefix, is_open) = route.strip_suffix("/...").map_or((route, false), |prefix| (prefix, true));
        let (wanted, given): (Vec<_>, Vec<_>) = (prefix.split('/').collect(), path.split('/').collect());
        let is_long_enough = if is_open { given.len() >= wanted.len() } else { given.len() == wanted.len() };
        is_long_enough && wanted.iter().zip(&given).all(|(wanted, given)| wanted.starts_with(':') || wanted == given)
    };
    let best = triggers.iter().filter(|(route, _)| fits(route)).max_by_key(|(route, _)| route.len());
    best.map(|(_, component)| component.as_str())
}

#[test]
fn spin_sends_every_operation_to_the_component_that_has_it() {
    let triggers = triggers();
    for operation in operations() {
        assert_eq!(component_for(&triggers, &operation.path), Some(operation.component), "{operation:?}");
    }
    for (component, method, path) in routes_of_pages() {
        assert_eq!(component_for(&triggers, &path), Some(component.as_str()), "{method} {path}");
    }
}

#[test]
fn every_route_of_spin_leads_to_an_operation() {
    let triggers = triggers();
    let table = table();
    for (route, component) in &triggers {
        let described = route.replace(":room", "{room}");
        let used = table.iter().any(|row| {
            component_for(&triggers, &row.path) == Some(component.as_str())
                && row.path.starts_with(described.trim_end_matches("..."))
                || row.path == described.trim_end_matches("/...")
        });
        assert!(used, "spin.toml sends {route} to {component}, which has nothing there");
    }
}

#[test]
fn an_operation_belongs_to_one_component() {
    let mut seen = BTreeSet::new();
    for operation in operations() {
        assert!(seen.insert((operation.method.clone(), operation.path.clone())), "twice: {operation:?}");
    }
}

#[test]
fn a_name_of_a_schema_means_one_thing() {
    // The merged document has one place for each name: of two components that use it for two things, one would lie.
    let mut seen: BTreeMap<String, (&'static str, Value)> = BTreeMap::new();
    for (component, description) in openapi::components() {
        let description = serde_json::to_value(description).unwrap();
        let schemas = description["components"]["schemas"].as_object().cloned().unwrap_or_default();
        for (name, schema) in schemas {
            let (first, known) = seen.entry(name.clone()).or_insert_with(|| (component, schema.clone()));
            assert_eq!(*known, schema, "{name} is one thing in {first} and another in {component}");
        }
    }
    assert!(seen.len() > 100, "only {} schemas found", seen.len());
}

#[test]
fn openapi_json_is_fresh() {
    let written = std::fs::read_to_string(workspace().join("openapi.json")).unwrap_or_default();
    assert!(written == openapi::merged_json(), "openapi.json is stale: run `cargo xtask generate`");
}

#[test]
fn every_operation_is_described() {
    let description = serde_json::to_value(openapi::merged()).unwrap();
    for (method, path) in operations_in(&description) {
        let operation = &description["paths"][&path][method.to_lowercase()];
        let summary = operation["summary"].as_str().unwrap_or_default();
        assert!(!summary.is_empty(), "{method} {path} says nothing of itself");
        assert!(operation["operationId"].is_string(), "{method} {path} has no name");
        let responses = operation["responses"].as_object().expect("responses");
        assert!(responses.keys().any(|status| status.starts_with('2')), "{method} {path} never succeeds");
    }
    let names: Vec<_> = operations_in(&description)
        .into_iter()
        .map(|(method, path)| description["paths"][&path][method.to_lowercase()]["operationId"].to_string())
        .collect();
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "operations share a name: {names:?}");
}

#[test]
fn the_front_ends_types_are_fresh() {
    let front_end = workspace().join("static");
    let written = std::fs::read_to_string(front_end.join("src/api/schema.ts")).unwrap();
    let generator = front_end.join("node_modules/.bin/openapi-typescript");
    if !generator.exists() {
        println!("node_modules are missing: only the paths are compared");
        let missing: Vec<_> =
            operations().into_iter().filter(|o| !written.contains(&format!("\"{}\": {{", o.path))).collect();
        assert!(
            missing.is_empty(),
            "static/src/api/schema.ts is stale: run `cargo xtask generate`; it lacks {missing:?}"
        );
        return;
    }
    let folder = tempfile::TempDir::new().unwrap();
    let document = folder.path().join("openapi.json");
    std::fs::write(&document, openapi::merged_json()).unwrap();
    let generated = run_generator(&generator, &document, &front_end);
    assert!(written == generated, "static/src/api/schema.ts is stale: run `cargo xtask generate`");
}

/// The types for an API description, made as `npm run generate` makes them.
fn run_generator(generator: &Path, document: &Path, front_end: &Path) -> String {
    let package = std::fs::read_to_string(front_end.join("package.json")).unwrap();
    let package: Value = serde_json::from_str(&package).unwrap();
    let script = package["scripts"]["generate"].as_str().expect("the script `generate`");
    let types = document.with_extension("ts");
    let arguments = script.split_whitespace().skip(1).map(|argument| match argument {
        "../openapi.json" => document.as_os_str(),
        "src/api/schema.ts" => types.as_os_str(),
        other => other.as_ref(),
    });
    let output = Command::new(generator).args(arguments).current_dir(front_end).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    std::fs::read_to_string(&types).unwrap()
}
