/** What may come next within an array, an object, or the text itself. */
type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing';

type Token = '[' | ']' | '{' | '}' | ',' | ':' | 'string' | 'literal';

const SPACE = /[ \t\r\n]*/uy;
const LITERAL = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/uy;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/uy;
const MARKS = '[]{},:';

/**
 * Where a text stops being JSON (RFC 8259), as an offset: the runtime says so only at times. Null for a text that is
 * JSON; its length for one that only breaks off.
 */
export function firstNonJson(text: string): number | null {
  const open: ('[' | '{')[] = [];
  let expected: Expected = 'value';
  let at = endOf(SPACE, text, 0) ?? 0;
  while (at < text.length) {
    const end = endOfToken(text, at);
    const next: Expected | null = end === null ? null : follow(expected, tokenAt(text, at), open);
    if (end === null || next === null) return at;
    expected = next;
    at = endOf(SPACE, text, end) ?? end;
  }
  return expected === 'nothing' ? null : text.length;
}

function tokenAt(text: string, at: number): Token {
  const char = text[at] ?? '';
  if (char === '"') return 'string';
  return MARKS.includes(char) ? (char as Token) : 'literal';
}

/** Where the token ends that begins here; null when none does. */
function endOfToken(text: string, at: number): number | null {
  const token = tokenAt(text, at);
  if (token === 'literal') return endOf(LITERAL, text, at);
  return token === 'string' ? endOfString(text, at) : at + 1;
}

function endOfString(text: string, at: number): number | null {
  let index = at + 1;
  while (index < text.length) {
    const char = text[index] ?? '';
    if (char === '"') return index + 1;
    const next = char === '\\' ? endOf(ESCAPE, text, index) : index + 1;
    if (next === null || char < ' ') return null;
    index = next;
  }
  return null;
}

/** Where a sticky pattern's match ends; null when it does not match here. */
function endOf(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}

/** What is expected after a token; null when it may not stand here. */
function follow(expected: Expected, token: Token, open: ('[' | '{')[]): Expected | null {
  const after = (): Expected => (open.length === 0 ? 'nothing' : 'comma-or-end');
  const wantsValue = expected === 'value' || expected === 'value-or-end';
  const wantsKey = expected === 'key' || expected === 'key-or-end';
  if (token === 'string' && wantsKey) return 'colon';
  if (token === 'string' || token === 'literal') return wantsValue ? after() : null;
  switch (token) {
    case '[':
    case '{':
      if (!wantsValue) return null;
      open.push(token);
      return token === '[' ? 'value-or-end' : 'key-or-end';
    case ']':
    case '}': {
      const mayEnd =
        expected === 'comma-or-end' || expected === (token === ']' ? 'value-or-end' : 'key-or-end');
      if (!mayEnd || open.pop() !== (token === ']' ? '[' : '{')) return null;
      return after();
    }
    case ',':
      if (expected !== 'comma-or-end') return null;
      return open.at(-1) === '[' ? 'value' : 'key';
    case ':':
      return expected === 'colon' ? 'value' : null;
  }
}
