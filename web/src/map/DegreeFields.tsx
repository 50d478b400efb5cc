import { useTranslation } from 'react-i18next';

interface Degrees {
  latitude: number;
  longitude: number;
}

const MOST = { latitude: 85, longitude: 180 } as const;

/** A place in degrees, north and east positive; six decimals are a tenth of a metre. */
export function DegreeFields({ value, onChange }: { value: Degrees; onChange: (value: Degrees) => void }) {
  const { t } = useTranslation();
  return (['latitude', 'longitude'] as const).map((one) => (
    <label key={one} className="ly-field">
      <span>{t(`map.${one}`)}</span>
      <input
        className="ly-input ly-mono"
        type="number"
        step="any"
        min={-MOST[one]}
        max={MOST[one]}
        value={Number(value[one].toFixed(6))}
        onChange={({ target }) => target.validity.valid && !Number.isNaN(target.valueAsNumber) && onChange({ ...value, [one]: target.valueAsNumber })}
      />
    </label>
  ));
}
