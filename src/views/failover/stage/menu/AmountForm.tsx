import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import type { Command } from '../../../../protocol/model.ts';
import { SmallButton } from '../../../shared/SmallButton.tsx';
import { say, WORDS } from '../words.ts';
import classes from './Menu.module.css';
import type { AmountQuestion } from './menu-items.ts';

interface Props {
  readonly question: AmountQuestion;
  readonly give: (command: Command) => void;
  readonly back: () => void;
}

/** How much: a number with its unit and range. What cannot be is said, and stays typed. */
export function AmountForm({ question, give, back }: Props) {
  const { label, unit, min, max } = question;
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(String(question.value));
  const [wrong, setWrong] = useState(false);
  const id = useId();
  useEffect(() => field.current?.select(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const value = typed.trim() === '' ? Number.NaN : Number(typed);
    if (value >= min && value <= max) give(question.command(value));
    else setWrong(true);
  };
  return (
    <form className={classes.form} onSubmit={submit} noValidate aria-label={label}>
      <label htmlFor={id}>{label}</label>
      <span className={classes.field}>
        <input
          ref={field}
          id={id}
          type="number"
          min={min}
          max={max}
          step="any"
          value={typed}
          aria-invalid={wrong}
          aria-describedby={`${id}-range`}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setWrong(false);
          }}
        />
        {unit}
      </span>
      <p id={`${id}-range`} data-wrong={wrong} role={wrong ? 'alert' : undefined}>
        {say(wrong ? WORDS.amountWrong : WORDS.amountRange, { label, min, max, unit })}
      </p>
      <span className={classes.buttons}>
        <button type="submit" className={classes.set}>
          {WORDS.amountSet}
        </button>
        <SmallButton onClick={() => give(question.command(question.harmless))}>
          {WORDS.amountHeal}
        </SmallButton>
        <SmallButton onClick={back}>{WORDS.amountBack}</SmallButton>
      </span>
    </form>
  );
}
