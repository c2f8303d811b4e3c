import type { CommandLine } from 'electron';

/**
 * What keeps Chromium itself from the network, beside the per-session guards: a proxy that is dead, for loopback
 * too; no name that resolves; no WebRTC outside that proxy; no mDNS names; no background services. The values are
 * case-sensitive, and Electron 36 and later lower-case what is set from code, so they are given as real process
 * arguments (`switchArguments`) and set from code only where they are missing.
 */
export const networkSwitches: Readonly<Record<string, string>> = {
  'proxy-server': 'http://127.0.0.1:9',
  'proxy-bypass-list': '<-loopback>',
  'host-resolver-rules': 'MAP * ~NOTFOUND',
  'force-webrtc-ip-handling-policy': 'disable_non_proxied_udp',
  'disable-features': 'WebRtcHideLocalIpsWithMdns,MediaRouter,OptimizationHints,AutofillServerCommunication',
  // No name of a link is looked up before anybody follows it.
  'blink-settings': 'dnsPrefetchingEnabled=false',
  'disable-background-networking': '',
  'disable-breakpad': '',
  'disable-component-update': '',
  'disable-domain-reliability': '',
  'disable-field-trial-config': '',
  'disable-quic': '',
  'disable-sync': '',
  'metrics-recording-only': '',
  'no-pings': '',
};

/** The switches as process arguments. */
export const switchArguments: readonly string[] = Object.entries(networkSwitches).map(([name, value]) =>
  value === '' ? `--${name}` : `--${name}=${value}`,
);

/** Sets each switch that did not arrive as an argument. Before the app is ready. */
export function applySwitches(commandLine: CommandLine): void {
  for (const [name, value] of Object.entries(networkSwitches)) {
    if (commandLine.getSwitchValue(name) === value && commandLine.hasSwitch(name)) continue;
    if (value === '') commandLine.appendSwitch(name);
    else commandLine.appendSwitch(name, value);
  }
}

/** Switches that are not in force with their exact value, read back from the running process. */
export function missingSwitches(commandLine: CommandLine): readonly string[] {
  return Object.entries(networkSwitches)
    .filter(
      ([name, value]) =>
        !commandLine.hasSwitch(name) || !holds(name, commandLine.getSwitchValue(name), value),
    )
    .map(([name]) => name);
}

/** Feature names may have been added to ours by whoever started the process. */
function holds(name: string, found: string, wanted: string): boolean {
  if (name !== 'disable-features') return found === wanted;
  const features = new Set(found.split(','));
  return wanted.split(',').every((feature) => features.has(feature));
}
