//! Runs the binary as a shell does.

use std::{
    io::{Read, Write},
    process::{Child, Command, Stdio},
    thread,
};

/// What a run left behind.
#[derive(Debug)]
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

/// Runs with an empty standard input.
pub fn paraph(arguments: &[&str]) -> Ran {
    with("", arguments)
}

/// Runs with `input` on the standard input.
pub fn with(input: impl AsRef<[u8]>, arguments: &[&str]) -> Ran {
    let mut child = start(arguments);
    let (input, stdin) = (input.as_ref().to_vec(), child.stdin.take());
    let feeding = thread::spawn(move || {
        // a run that wants none of it closes its end
        let _ = stdin.unwrap().write_all(&input);
    });
    let ran = child.wait_with_output().unwrap();
    feeding.join().unwrap();
    Ran { code: ran.status.code().unwrap(), out: String::from_utf8(ran.stdout).unwrap(), err: String::from_utf8(ran.stderr).unwrap() }
}

/// The same, but nobody reads what comes out.
pub fn with_closed_output(input: &[u8], arguments: &[&str]) -> Ran {
    let mut child = start(arguments);
    drop(child.stdout.take());
    let _ = child.stdin.take().unwrap().write_all(input);
    let mut err = String::new();
    child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
    Ran { code: child.wait().unwrap().code().unwrap(), out: String::new(), err }
}

/// Starts the binary with all its ends in our hands.
pub fn start(arguments: &[&str]) -> Child {
    start_with(arguments, &[])
}

/// The same, with variables.
pub fn start_with(arguments: &[&str], variables: &[(&str, &str)]) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_paraph"));
    command.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR"));
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("PARAPH_")) {
        command.env_remove(name);
    }
    command.envs(variables.iter().copied());
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}
