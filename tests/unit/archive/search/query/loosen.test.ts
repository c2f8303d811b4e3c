import { describe, expect, it } from 'vitest';
import { lastWordAsBeginning, takeApart } from '../../../../../archive/search/core/query/loosen.ts';
import { parseQuery } from '../../../../../archive/search/core/query/parser.ts';
import type { QueryNode } from '../../../../../archive/search/core/query/tree.ts';
import { shown } from './shown.ts';

function rootOf(query: string): QueryNode {
  const { root } = parseQuery(query);
  if (root === null) throw new Error(`nothing asked: ${query}`);
  return root;
}

describe('a query taken apart', () => {
  it.each([
    ['vård', ['vård']],
    ['"insatser för vården"', ['insatser', 'vården']],
    ['covid-19', ['covid', '19']],
    ['=förslaget', ['förslaget']],
    ['=covid-19', ['covid', '19']],
    ['segregatoin~1', ['segregatoin']],
    ['utsatta NÄRA/5 =områdena', ['utsatta', 'områdena']],
    ['utsatta NÄRA/2 de', ['utsatta']],
    ['titel:utsatta NÄRA/5 covid-19', ['titel:utsatta', 'titel:covid', 'titel:19']],
    ['klimat*', ['klimat*']],
    ['datum:2017', ['2017-01-01..2017-12-31']],
    ['minister:"ada nordh"', ['minister:"ada nordh"']],
    ['minister:=nordh', ['minister:=nordh']],
    ['vård ELLER skola', ['(vård | skola)']],
  ])('%s has these words', (query, words) => {
    expect(takeApart(rootOf(query)).map(shown)).toEqual(words);
  });
});

describe('a last word taken for a beginning', () => {
  it.each([
    ['vård sko', '(vård & sko*)'],
    ['titel:sko', 'titel:sko*'],
    ['vård sko ', ''],
    ['vård sk', ''],
    ['=skola', ''],
    ['skola~1', ''],
    ['vård NÄRA sko', ''],
    ['minister:nor', ''],
  ])('%j becomes %j', (query, expected) => {
    const { length } = parseQuery(query);
    expect(shown(lastWordAsBeginning(rootOf(query), length))).toBe(expected);
  });
});
