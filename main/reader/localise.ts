import { idInSeries, reopenRegister, seriesOfId } from '../../archive/index.ts';
import type { Register } from '../../archive/index.ts';
import type {
  Completion,
  DayRange,
  FacetValue,
  GovernmentBand,
  Hit,
  Label,
  RelatedRelease,
  SearchAnswer,
  Settings,
} from '../contract/index.ts';
import type { ArchiveHead } from './library/protocol.ts';
import type { OpenRegister } from './register-views.ts';

type Language = Settings['language'];
type LocalisedFacet = 'kind' | 'subject';
type Labelled = { readonly id: string; readonly label: string };
type Relabel = <V extends Labelled>(facet: LocalisedFacet, values: readonly V[]) => readonly V[];

/** A register's label in the language of the interface, in its own where it has no other. */
export function inLanguage(label: Label | undefined, language: Language): string | undefined {
  return label === undefined ? undefined : (label[language] ?? label.sv);
}

interface SeriesWords {
  readonly register: Register;
  readonly title: string;
}

/**
 * The words of what is open: the registers of its series. Names of kinds and subjects are told in the language of the
 * interface. Names of people, offices and departments stay as they are: they are names.
 */
export class ArchiveWords {
  readonly #series: ReadonlyMap<string, SeriesWords>;

  constructor(head: ArchiveHead) {
    this.#series = new Map(
      head.series.map(({ series, register, packages }) => [
        series,
        { register: reopenRegister(register), title: packages.at(-1)?.manifest.title ?? series },
      ]),
    );
  }

  /** The register of a series. */
  registerOf(series: string): Register {
    const found = this.#series.get(series);
    if (found === undefined) throw new RangeError(`no series ${series}`);
    return found.register;
  }

  /** The registers of all series. */
  registers(): readonly OpenRegister[] {
    const isOneOfSeveral = this.#series.size > 1;
    return [...this.#series].map(([series, { register, title }]) => ({
      register,
      series,
      title,
      idOf: (id) => (isOneOfSeveral ? idInSeries(series, id) : id),
      isOneOfSeveral,
    }));
  }

  /** The register that an id of the archive belongs to, with the register's own id; null when it is of none. */
  find(id: string): { readonly open: OpenRegister; readonly own: string } | null {
    const registers = this.registers();
    const [only, ...others] = registers;
    if (only === undefined) return null;
    if (others.length === 0) return { open: only, own: id };
    const told = seriesOfId(id);
    const open = registers.find(({ series }) => series === told?.series);
    return open === undefined || told === null ? null : { open, own: told.id };
  }

  /** What a value of a series' register is called in answers: with several series open it names its series. */
  idOf(series: string, id: string): string {
    return this.#series.size > 1 ? idInSeries(series, id) : id;
  }

  answer(answer: SearchAnswer, language: Language): SearchAnswer {
    const relabel: Relabel = (facet, values) => this.#relabelled(facet, values, language);
    const hit = (one: Hit): Hit => ({
      ...one,
      kind: one.kindId === null ? one.kind : (this.#label('kind', one.kindId, language) ?? one.kind),
      subjects: relabel('subject', one.subjects),
    });
    const facets: Record<LocalisedFacet, readonly FacetValue[]> = {
      kind: relabel('kind', answer.facets.kind),
      subject: relabel('subject', answer.facets.subject),
    };
    return { ...answer, hits: answer.hits.map(hit), facets: { ...answer.facets, ...facets } };
  }

  related(releases: readonly RelatedRelease[], language: Language): readonly RelatedRelease[] {
    return releases.map((one) => ({
      ...one,
      kind: one.kindId === null ? one.kind : (this.#label('kind', one.kindId, language) ?? one.kind),
      grounds: one.grounds.map((ground) =>
        ground.type === 'designation'
          ? ground
          : { ...ground, subjects: this.#relabelled('subject', ground.subjects, language) },
      ),
    }));
  }

  /** Completions; what one was found by is not said twice. */
  completions(completions: readonly Completion[], language: Language): readonly Completion[] {
    return completions.map((completion) => {
      if (completion.facet !== 'subject') return completion;
      const label = this.#label('subject', completion.id, language) ?? completion.label;
      const isSaid = completion.detail === `(${label})`;
      return { ...completion, label, detail: isSaid ? null : completion.detail };
    });
  }

  /** The governments of all series that were in office on some day of a range, those of each series oldest first. */
  governments(range: DayRange): readonly GovernmentBand[] {
    return [...this.#series].flatMap(([series, { register, title }]) =>
      register.governmentsOn(range).map(({ id, name, from, to }) => ({
        id: this.#series.size > 1 ? idInSeries(series, id) : id,
        label: this.#series.size > 1 ? `${name} (${title})` : name,
        series,
        from,
        to,
      })),
    );
  }

  #relabelled<V extends Labelled>(
    facet: LocalisedFacet,
    values: readonly V[],
    language: Language,
  ): readonly V[] {
    return values.map((value) => ({
      ...value,
      label: this.#label(facet, value.id, language) ?? value.label,
    }));
  }

  /** With several series open, an id names its series, and a label tells it too. */
  #label(facet: LocalisedFacet, id: string, language: Language): string | undefined {
    const told = this.#series.size > 1 ? seriesOfId(id) : null;
    const [only] = this.#series.values();
    const words = told === null ? only : this.#series.get(told.series);
    const row = words?.register[facet](told?.id ?? id);
    const label = inLanguage(row?.label, language);
    return label === undefined || told === null ? label : `${label} (${words?.title ?? told.series})`;
  }
}
