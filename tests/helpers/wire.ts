import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { run } from '../../main/launch/command.ts';

/** The far end of the wire: nobody, who is the way out and the name server of whoever sits at the near end. */
export const FAR = '10.77.0.1';
const FAR_6 = 'fd77::1';
/** The port of our own datagrams, by which the sniffer is seen to be awake. */
const MARK_PORT = 7770;
const QUIET_MS = 2500;
const PATIENCE_MS = 20_000;

/** A network of one wire, on which every packet is seen, and nothing else. */
export interface Wire {
  /** What a command line begins with to run at the near end: it has a way out, by IPv4 and IPv6, and a name server. */
  readonly inside: readonly string[];
  /** Waits until the kernel's own set-up traffic has ended. */
  readonly quiet: () => Promise<void>;
  /** Sends a datagram of ours down the wire, waits until it is seen, and gives the number of packets seen before it. */
  readonly mark: () => Promise<number>;
  /** One line a packet, as tcpdump tells it, in order; marks among them. */
  readonly packets: () => readonly string[];
  readonly close: () => Promise<void>;
}

/** Why no wire can be laid here, in words; null when one can. */
export async function whyNoWire(): Promise<string | null> {
  if (process.platform !== 'linux') return 'network namespaces are Linux’s';
  if (process.getuid?.() !== 0) return 'only root may make network namespaces';
  for (const program of ['ip', 'tcpdump', 'bash'])
    if ((await run({ file: 'sh', args: ['-c', `command -v ${program}`], output: 'keep' })).code !== 0)
      return `${program} is not installed`;
  const name = `lasesal-try-${process.pid}`;
  const made = await run({ file: 'ip', args: ['netns', 'add', name], output: 'keep' });
  await run({ file: 'ip', args: ['netns', 'del', name], output: 'keep' });
  return made.code === 0 ? null : `the system allows no network namespaces: ${made.output.trim()}`;
}

/**
 * Lays a wire between two network namespaces of its own:
 *
 *     near ── leak0 ═══ leak1 ── far
 *     program, loopback          tcpdump
 *     10.77.0.2, fd77::2         no address: it never speaks
 *     default routes, resolver → 10.77.0.1, fd77::1, which nobody has
 *
 * So that every packet on it is the program's, the kernel is kept from speaking for itself: no link-local address
 * and no duplicate address detection, router solicitations off, the neighbours' hardware addresses given (no ARP,
 * no neighbour discovery), and its multicast listener reports have ended when `quiet` returns.
 */
export async function layWire(): Promise<Wire> {
  const [near, far] = [`lasesal-near-${process.pid}`, `lasesal-far-${process.pid}`];
  await setUp(near, far);
  const sniffer = spawn(
    'ip',
    ['netns', 'exec', far, ...'tcpdump -i leak1 -nn -t -l --immediate-mode'.split(' ')],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const packets: string[] = [];
  createInterface({ input: sniffer.stdout }).on('line', (line) => packets.push(line));
  await listening(sniffer);
  const inside = ['ip', 'netns', 'exec', near];
  return {
    inside,
    packets: () => packets,
    quiet: async () => {
      let seen = -1;
      await until(async () => {
        seen = packets.length;
        await pause(QUIET_MS);
        return packets.length === seen;
      });
    },
    mark: async () => {
      const before = packets.length;
      await must('ip', [...inside.slice(1), 'bash', '-c', `echo mark > /dev/udp/${FAR}/${MARK_PORT}`]);
      await until(async () => {
        await pause(20);
        return packets.slice(before).some((line) => isMark(line));
      });
      return before;
    },
    close: async () => {
      await ended(sniffer);
      for (const name of [near, far]) await run({ file: 'ip', args: ['netns', 'del', name], output: 'keep' });
      rmSync(`/etc/netns/${near}`, { recursive: true, force: true });
    },
  };
}

/** Whether a packet is one of our own datagrams. */
export function isMark(line: string): boolean {
  return line.includes(`> ${FAR}.${MARK_PORT}: UDP`);
}

async function setUp(near: string, far: string): Promise<void> {
  mkdirSync(`/etc/netns/${near}`, { recursive: true });
  writeFileSync(`/etc/netns/${near}/resolv.conf`, `nameserver ${FAR}\noptions timeout:1 attempts:1\n`);
  await must('ip', ['netns', 'add', near]);
  await must('ip', ['netns', 'add', far]);
  await must('ip', `link add leak0 netns ${near} type veth peer name leak1 netns ${far}`.split(' '));
  const address = /link\/ether (?<mac>\S+)/u.exec(await must('ip', ['-n', far, 'link', 'show', 'leak1']));
  const mac = address?.groups?.['mac'] ?? '';
  const steps = [
    `netns exec ${far} sysctl -qw net.ipv6.conf.leak1.disable_ipv6=1`,
    `netns exec ${near} sysctl -qw net.ipv6.conf.leak0.addr_gen_mode=1 net.ipv6.conf.leak0.accept_ra=0`,
    `netns exec ${near} sysctl -qw net.ipv6.conf.leak0.router_solicitations=0 net.ipv6.conf.leak0.dad_transmits=0`,
    `-n ${near} link set lo up`,
    `-n ${near} link set leak0 up`,
    `-n ${far} link set leak1 up`,
    `-n ${near} addr add 10.77.0.2/24 dev leak0`,
    `-n ${near} -6 addr add fd77::2/64 dev leak0 nodad`,
    `-n ${near} neigh replace ${FAR} lladdr ${mac} dev leak0 nud permanent`,
    `-n ${near} neigh replace ${FAR_6} lladdr ${mac} dev leak0 nud permanent`,
    `-n ${near} route add default via ${FAR}`,
    `-n ${near} -6 route add default via ${FAR_6}`,
  ];
  for (const step of steps) await must('ip', step.split(' '));
}

async function must(file: string, args: readonly string[]): Promise<string> {
  const done = await run({ file, args, output: 'keep' });
  if (done.code !== 0) throw new Error(`${file} ${args.join(' ')} failed: ${done.output.trim()}`);
  return done.output;
}

async function listening(sniffer: ChildProcess): Promise<void> {
  let said = '';
  await new Promise<void>((resolve, reject) => {
    sniffer.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('listening on')) resolve();
    });
    sniffer.once('error', reject);
    sniffer.once('exit', () => reject(new Error(`the sniffer ended: ${said}`)));
  });
}

async function ended(sniffer: ChildProcess): Promise<void> {
  if (sniffer.exitCode !== null || sniffer.signalCode !== null) return;
  await new Promise<void>((settle) => {
    sniffer.once('exit', () => settle());
    sniffer.kill('SIGTERM');
  });
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const patience = Date.now() + PATIENCE_MS;
  while (!(await isSo()))
    if (Date.now() > patience) throw new Error('the wire did not do what was waited for');
}

async function pause(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}
