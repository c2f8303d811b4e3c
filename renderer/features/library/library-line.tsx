import { memo } from 'react';
import type { ReactNode } from 'react';
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import type { OpenPackage } from '../../../main/contract/index.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { Icon } from '../../components/icons.tsx';
import { useWords } from '../../i18n/words.tsx';
import type { WordKey, Words } from '../../i18n/words.tsx';
import './library.css';

interface LibraryLineProps {
  readonly archive: OpenPackage;
  /** True while long work goes on: then neither another package nor a check is begun. */
  readonly isBusy: boolean;
  readonly onChoose: () => void;
  readonly onVerify: () => void;
}

const states = {
  'not-verified': 'verified.not',
  verified: 'verified.yes',
  damaged: 'verified.damaged',
} as const satisfies Readonly<Record<OpenPackage['verified'], WordKey>>;

const explained = {
  'not-verified': 'verified.not-said',
  verified: 'verified.yes-said',
  damaged: 'verified.damaged-said',
} as const satisfies Readonly<Record<OpenPackage['verified'], WordKey>>;

/** The package that is open, in a line; more about it, a check and another package on demand. */
export const LibraryLine = memo(function LibraryLine(props: LibraryLineProps): ReactNode {
  const words = useWords();
  const { t } = words;
  const { archive } = props;
  return (
    <DialogTrigger>
      <Button className="library-line" data-verified={archive.verified}>
        <span className="library-title">{archive.title}</span>
        <span className="library-about">
          <span>{t('results.count', { count: archive.releases })}</span>
          <span className="library-state">
            <Icon name={archive.verified === 'verified' ? 'shield-check' : 'shield'} />
            {t(states[archive.verified])}
          </span>
        </span>
      </Button>
      <Popover className="popover library-popover" placement="bottom end" offset={6}>
        <Dialog className="library-panel">
          {({ close }) => (
            <>
              <Heading slot="title" level={2} className="library-heading">
                {archive.title}
              </Heading>
              {archive.organisation === null ? null : <p>{archive.organisation}</p>}
              <PackageFacts archive={archive} words={words} />
              <p className="library-verified" data-verified={archive.verified}>
                <Icon name={archive.verified === 'verified' ? 'shield-check' : 'shield'} />
                <span>{t(explained[archive.verified])}</span>
              </p>
              <div className="library-actions">
                <Button
                  className="button"
                  isDisabled={props.isBusy}
                  onPress={() => {
                    close();
                    props.onVerify();
                  }}
                >
                  {t('library.verify')}
                </Button>
                <Button
                  className="button"
                  isDisabled={props.isBusy}
                  onPress={() => {
                    close();
                    props.onChoose();
                  }}
                >
                  {t('library.choose-other')}
                </Button>
              </div>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
});

function PackageFacts({
  archive,
  words,
}: {
  readonly archive: OpenPackage;
  readonly words: Words;
}): ReactNode {
  const { t } = words;
  const span = words.range(archive.earliest, archive.latest);
  const rows = [
    { name: t('library.releases'), value: words.number(archive.releases) },
    { name: t('library.span'), value: span },
    {
      name: t('library.series'),
      value: t('library.series-value', { series: archive.series, sequence: archive.sequence }),
    },
    { name: t('library.date'), value: archive.date === null ? null : words.day(archive.date) },
    { name: t('library.rights'), value: archive.rights },
    { name: t('library.path'), value: archive.path },
  ];
  return (
    <dl className="facts">
      {rows.map((row) =>
        row.value === null ? null : (
          <div key={row.name} className="fact">
            <dt>{row.name}</dt>
            <dd>{row.value}</dd>
          </div>
        ),
      )}
      <div className="fact">
        <dt>{t('library.identity')}</dt>
        <dd>
          <span className="code">{archive.identity}</span>
          <CopyButton
            text={() => archive.identity}
            label={t('copy.label')}
            longLabel={t('copy.what', { what: t('library.identity') })}
          />
        </dd>
      </div>
    </dl>
  );
}
