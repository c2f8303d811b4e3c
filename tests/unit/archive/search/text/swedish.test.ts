import lunr from 'lunr';
import { describe, expect, it } from 'vitest';
import { PIPELINE_NAME, termOf } from '../../../../../archive/search/core/text/swedish.ts';

describe('Swedish terms', () => {
  it.each([
    ['regering', 'regeringens'],
    ['kommun', 'kommunerna'],
    ['vapenlag', 'vapenlagen'],
    ['segregation', 'segregationens'],
    ['eu-land', 'eu-landens'],
  ])('takes %s and %s for one word', (one, other) => {
    expect(termOf(one)).toBe(termOf(other));
  });

  it.each([
    ['the definite neuter', 'förslag förslaget förslagets förslagen'],
    ['the definite neuter', 'beslut beslutet besluts beslutets'],
    ['the definite neuter of a word on -e', 'läge läget lägets lägen'],
    ['the definite neuter in a compound', 'regelverk regelverket regelverkens'],
    ['the definite neuter behind a vowel', 'parti partiet partier partierna'],
    ['neuters on -land, which look like participles', 'utland utlandet utlandets'],
    ['participles on -ande', 'genomförande genomförandet genomförandets'],
    ['a vowel that falls out: -er', 'minister ministern ministers ministrar ministrarna ministrarnas'],
    ['a vowel that falls out: -el', 'artikel artikeln artiklar artiklarna'],
    ['a vowel that falls out: -en', 'vatten vattnet vattnets'],
    ['an ending that is part of the noun: -ad', 'bostad bostaden bostads bostadens'],
    ['an ending that is part of the noun: -nad', 'kostnad kostnaden kostnader kostnadernas'],
    ['an ending that is part of the noun: -at', 'resultat resultatet resultaten'],
    ['an ending that is part of the noun: -sats', 'insats insatsen insatser insatserna'],
    ['an ending that is part of the noun: -ens', 'konferens konferensen konferenser'],
    ['an ending that is part of the noun: -ans', 'leverans leveransen leveranser'],
    ['the definite form on -an', 'skola skolan skolans skolor skolorna'],
    ['the definite form on -in', 'ekonomi ekonomin ekonomins'],
    ['the definite form on -ön', 'miljö miljön miljöns miljöer'],
    ['the definite form on -én', 'kommitté kommittén kommitténs kommittéer'],
    ['the definite form on -orn', 'sektor sektorn sektorns sektorer sektorerna sektorernas'],
    ['the definite plural neuter', 'område området områden områdena'],
    ['the genitive plural', 'kvinna kvinnan kvinnor kvinnors'],
    ['the genitive of a word on -het', 'myndighet myndighets myndigheten myndigheternas'],
    ['the neuter of an adjective', 'hållbar hållbart hållbara'],
    ['the neuter of an adjective', 'nationell nationellt nationella'],
    ['the neuter of an adjective', 'social socialt sociala'],
    ['the neuter of an adjective', 'säker säkert säkra'],
    ['Latin neuters', 'gymnasium gymnasiet gymnasier'],
    ['words that only end like a definite form', 'paket paketet paketen'],
    ['words that only end like a definite form', 'budget budgeten budgetens'],
    ['words that only end like a definite form', 'kabinett kabinettet kabinettets'],
    ['words that only end like a definite form', 'hemlighet hemligheten hemligheter'],
    ['words that only end like a definite form', 'universitet universitetet universitetets universiteten'],
    ['words that only end like a definite form', 'handlingsplan handlingsplanen handlingsplaner'],
    ['words that only end like a definite form', 'medicin medicinen mediciner'],
  ])('sees through %s: %s', (_, forms) => {
    expect(new Set(forms.split(' ').map(termOf)).size).toBe(1);
  });

  it.each([
    ['hund', 'hundra'],
    ['väg', 'vägra'],
    ['lag', 'lagra'],
    ['intern', 'internet'],
    ['rak', 'raket'],
    ['aktiv', 'aktivitet'],
    ['vitt', 'vittne'],
    ['utse', 'utsatt'],
    ['samer', 'samt'],
    ['fin', 'finans'],
    ['för', 'förena'],
    ['reda', 'redan'],
    ['and', 'anders'],
    ['kan', 'kanada'],
    ['hel', 'helena'],
    ['medel', 'medan'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(termOf(one)).not.toBe(termOf(other) ?? '');
  });

  it('does not reach forms whose vowel changes', () => {
    expect(termOf('bostäder')).not.toBe(termOf('bostad'));
  });

  it.each(['2023/24', 'covid-19', 's2021/05469', '2019:12', '2017/18:1', '1,5', '05469'])(
    'leaves the number %s as it is',
    (form) => {
      expect(termOf(form)).toBe(form);
    },
  );

  it.each(['och', 'om', 'att', 'är', 'över'])('has no term for the stop word %s', (form) => {
    expect(termOf(form)).toBeNull();
  });

  it('keeps vård and värd apart', () => {
    expect(termOf('vård')).not.toBe(termOf('värd'));
  });

  it.each(['constructor', '__proto__', 'tostring', 'hasownproperty', 'слава'])(
    'has a term for %s like for any word',
    (form) => {
      expect(termOf(form)).toEqual(expect.any(String));
      expect(termOf(form)).not.toBe('');
    },
  );

  it('is registered with lunr, so that an index can name it', () => {
    expect(() => lunr.Pipeline.load([PIPELINE_NAME])).not.toThrow();
  });
});
