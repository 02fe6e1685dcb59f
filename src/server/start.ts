// The first file that runs. It is written so that any Node can read it: an old one says so in a
// line, and reads none of the files that it has no syntax for.

// With a listener of ours SIGUSR1 does not open the inspector, which would show every secret.
process.on('SIGUSR1', () => {});

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major > 20 || (major === 20 && minor >= 19)) {
  void import('./main.ts');
} else {
  process.stderr.write(
    `Rented Numbers needs Node 20.19 or newer; this is Node ${process.versions.node}.\n`,
  );
  process.exitCode = 1;
}
