import { DEAD, fuzzyAutomaton } from '../packed/automata.ts';

/**
 * A test of word forms: whether they are at most so many edits away from one. Letters more, letters less, other
 * letters, or two neighbours changed over; counted as the index counts them.
 */
export function spellingTest(typed: string, distance: number): (form: string) => boolean {
  const automaton = fuzzyAutomaton(typed, distance);
  return (form) => {
    let state = automaton.start;
    for (let at = 0; at < form.length && state !== DEAD; at += 1)
      state = automaton.step(state, form.charCodeAt(at));
    return state !== DEAD && automaton.accepts(state);
  };
}
