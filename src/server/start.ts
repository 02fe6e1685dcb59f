// The first file that runs. Any Node can read it: an old Node prints one line, and never reads the
// files whose syntax it does not know.

// This listener keeps SIGUSR1 from opening the inspector, which would show every secret.
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
