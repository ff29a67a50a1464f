/** The settings of a capture as a form, made from what its profile says about each. */
import { useId, useState, type ReactNode } from 'react';
import type { CaptureField } from '../../shared/games/profile.ts';
import { desktop } from '../app/desktop.ts';
import { IconButton, Button } from '../ui/button.tsx';
import { Switch } from '../ui/switch.tsx';
import { useWords } from '../words/words.ts';
import { newSecret, typedValue } from './capture-words.ts';
import type { CaptureSettings } from './captures.ts';
import { copyText } from './copy-text.ts';
import fields from '../ui/fields.module.css';
import styles from './capture.module.css';

type Value = CaptureSettings[string];

export interface CaptureFieldsProps {
  readonly fields: readonly CaptureField[];
  readonly values: CaptureSettings;
  readonly onChange: (name: string, value: Value) => void;
}

export function CaptureFields({ fields: list, values, onChange }: CaptureFieldsProps) {
  return (
    <div className={styles.fields}>
      {list.map((field) => (
        <Field
          key={field.name}
          field={field}
          value={values[field.name] ?? field.initial}
          onChange={(value) => onChange(field.name, value)}
        />
      ))}
    </div>
  );
}

interface FieldProps {
  readonly field: CaptureField;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

function Field({ field, value, onChange }: FieldProps) {
  if (field.type === 'switch')
    return (
      <div className={styles.fieldSwitch}>
        <div>
          <p className={styles.fieldLabel}>{field.label}</p>
          <p className={styles.help}>{field.help}</p>
        </div>
        <Switch label={field.label} on={value === true} onChange={onChange} />
      </div>
    );
  if (field.type === 'secret' || field.type === 'password') return <Secret field={field} value={String(value)} onChange={onChange} />;
  if (field.type === 'folder') return <Folder field={field} value={String(value)} onChange={onChange} />;
  return <Line field={field} value={String(value)} onText={(text) => onChange(typedValue(field, text))} />;
}

function Line({
  field,
  value,
  masked = false,
  end,
  onText,
}: {
  readonly field: CaptureField;
  readonly value: string;
  readonly masked?: boolean;
  /** What stands behind the field. */
  readonly end?: ReactNode;
  /** Left out where nothing is typed. */
  readonly onText?: (text: string) => void;
}) {
  const id = useId();
  const isNumber = field.type === 'port' || field.type === 'number';
  return (
    <div className={styles.field}>
      <label className={styles.fieldLabel} htmlFor={id}>
        {field.label}
      </label>
      <div className={styles.fieldRow}>
        <div className={fields.field} data-short={isNumber}>
          <input
            id={id}
            aria-describedby={`${id}-help`}
            type={masked ? 'password' : 'text'}
            inputMode={isNumber ? 'numeric' : undefined}
            autoComplete="off"
            spellCheck={false}
            value={value}
            readOnly={onText === undefined}
            onChange={(event) => onText?.(event.target.value)}
          />
        </div>
        {end}
      </div>
      <p className={styles.help} id={`${id}-help`}>
        {field.help}
      </p>
    </div>
  );
}

/** Masked: this page may be on a stream. */
function Secret({ field, value, onChange }: Omit<FieldProps, 'value'> & { readonly value: string }) {
  const [shown, setShown] = useState(false);
  const says = useWords().capture.fields;
  return (
    <Line
      field={field}
      value={value}
      masked={!shown}
      onText={onChange}
      end={
        <>
          <IconButton
            icon={shown ? 'eye-off' : 'eye'}
            label={(shown ? says.hide : says.show)(field.label)}
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
          />
          <IconButton
            icon="copy"
            label={says.copy(field.label)}
            disabled={value === ''}
            onClick={() => void copyText(value, says.what(field.label))}
          />
          {field.type === 'secret' && (
            <Button kind="outline" icon="key-round" onClick={() => onChange(newSecret())}>
              {says.renew}
            </Button>
          )}
        </>
      }
    />
  );
}

/** A page never names a path: main gives a handle for the folder that was chosen, and the engine tells its path. */
function Folder({ field, value, onChange }: Omit<FieldProps, 'value'> & { readonly value: string }) {
  const says = useWords().capture.fields;
  const [chosen, setChosen] = useState<{ readonly handle: string; readonly name: string } | null>(null);
  const choose = async (): Promise<void> => {
    const folder = (await desktop?.chooseOutputFolder()) ?? null;
    if (folder === null) return;
    setChosen(folder);
    onChange(folder.handle);
  };
  return (
    <Line
      field={field}
      value={chosen?.handle === value ? chosen.name : value}
      end={
        desktop === null ? (
          <span className={styles.help}>{says.desktopOnly}</span>
        ) : (
          <>
            <Button kind="outline" icon="folder-open" onClick={() => void choose()}>
              {says.chooseFolder}
            </Button>
            <IconButton icon="x" label={says.clear(field.label)} disabled={value === ''} onClick={() => onChange('')} />
          </>
        )
      }
    />
  );
}
