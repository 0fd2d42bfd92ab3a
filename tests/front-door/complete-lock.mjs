// After `npm install` in ui/, run: node tests/front-door/complete-lock.mjs
//
// npm leaves out of the lock file the optional packages of other systems that it could not fetch, as on a machine
// whose registry serves this system's only; `npm ci` then refuses the lock it was given. Their names, versions and
// systems are known all the same, and that is all `npm ci` needs in order to pass them over.

import { readFileSync, writeFileSync } from 'node:fs';

const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const PROCESSORS = ['arm', 'arm64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

const file = process.argv[2] ?? 'ui/package-lock.json';
const lock = JSON.parse(readFileSync(file, 'utf8'));
const added = {};

for (const [where, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const key = `node_modules/${name}`;
    if (lock.packages[key] || lock.packages[`${where}/${key}`]) continue;
    const words = name.split('/').pop().split('-');
    const cpu = words.find((word) => PROCESSORS.includes(word));
    if (!cpu) continue; // Not a build for one system: nothing is known about it.
    const os = words.find((word) => SYSTEMS.includes(word));
    added[key] = {
      version,
      cpu: [cpu],
      ...(entry.dev && { dev: true }),
      ...(words.includes('musl') && { libc: ['musl'] }),
      ...(entry.license && { license: entry.license }),
      optional: true,
      ...(os && { os: [os] }),
    };
  }
}

const byName = ([a], [b]) => (a < b ? -1 : 1);
lock.packages = Object.fromEntries(Object.entries({ ...lock.packages, ...added }).sort(byName));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${file}: ${Object.keys(added).length} packages of other systems added`);
