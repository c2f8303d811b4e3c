import { useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Button, Label, Slider, SliderThumb, SliderTrack } from 'react-aria-components';
import { addDays, daysBetween } from '../../../main/contract/index.ts';
import type { Day, GovernmentView } from '../../../main/contract/index.ts';
import { DayField } from '../../components/day-field.tsx';
import { Icon } from '../../components/icons.tsx';
import { useWords } from '../../i18n/words.tsx';
import { changesWithin, lastDayOf } from './cabinet.ts';

interface DayChoiceProps {
  readonly government: GovernmentView;
  readonly day: Day;
  readonly onDay: (day: Day) => void;
}

/** A day of a government: slid to, written, or the next on which something changed. */
export function DayChoice({ government, day, onDay }: DayChoiceProps): ReactNode {
  const words = useWords();
  const { t, day: inWords } = words;
  const thumb = useRef<HTMLInputElement>(null);
  // The slider tells its number, and takes no words for it: a screen reader is to hear the day.
  useLayoutEffect(() => thumb.current?.setAttribute('aria-valuetext', inWords(day)));
  const { from } = government;
  const last = lastDayOf(government);
  const length = daysBetween(from, last);
  const whole = words.range(from, last) ?? '';
  const changes = changesWithin(government.terms, government).map((change) => change.day);
  const next = changes.find((one) => one > day);
  const previous = changes.findLast((one) => one < day);
  return (
    <div className="day-choice">
      <Slider
        className="day-slider"
        minValue={0}
        maxValue={Math.max(1, length)}
        value={daysBetween(from, day)}
        isDisabled={length === 0}
        onChange={(value) => onDay(addDays(from, Array.isArray(value) ? (value[0] ?? 0) : value))}
      >
        <Label className="only-heard">{t('cabinet.day')}</Label>
        <div className="day-ends" aria-hidden="true">
          <span>{inWords(from)}</span>
          <span>{inWords(last)}</span>
        </div>
        <SliderTrack className="day-track">
          {changes.map((one) => (
            <span
              key={one}
              className="day-change"
              style={{ left: `${(daysBetween(from, one) / Math.max(1, length)) * 100}%` }}
            />
          ))}
          <SliderThumb className="day-thumb" inputRef={thumb} />
        </SliderTrack>
      </Slider>
      <div className="buttons">
        <DayField
          edge="from"
          value={day}
          label={t('cabinet.day')}
          refuse={(one) => (one < from || one > last ? t('cabinet.outside', { days: whole }) : null)}
          onChange={(one) => {
            if (one !== null) onDay(one);
          }}
        />
        <Button
          className="button"
          isDisabled={previous === undefined}
          onPress={() => previous !== undefined && onDay(previous)}
        >
          <Icon name="arrow-left" />
          <span>{t('cabinet.previous')}</span>
        </Button>
        <Button
          className="button"
          isDisabled={next === undefined}
          onPress={() => next !== undefined && onDay(next)}
        >
          <span>{t('cabinet.next')}</span>
          <Icon name="arrow-right" />
        </Button>
      </div>
    </div>
  );
}
