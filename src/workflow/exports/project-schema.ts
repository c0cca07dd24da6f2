import {
  type StoredColumn,
  type StoredTable,
  schemaVersion,
  storedTables,
} from '../../store/project-records.js';
import type { Store } from '../../store/store.js';

/** What marks a file as a whole project; the number changes when the shape of the file does. */
export const PROJECT_MARK = { format: 'zhagen-project', formatVersion: 1 } as const;

const TYPES = { TEXT: 'string', INTEGER: 'integer', REAL: 'number', BLOB: 'string' } as const;

/** The JSON Schema of a whole project, as a document (`json`) or, under `$defs/line`, as a line (`jsonl`). */
export function projectSchema(store: Store): object {
  const tables = storedTables(store);
  const head = {
    format: { const: PROJECT_MARK.format },
    formatVersion: { const: PROJECT_MARK.formatVersion },
    schemaVersion: { const: schemaVersion(store) },
    toolVersion: { type: 'string' },
  };
  const line = (kind: string, properties: object) => closed({ kind: { const: kind }, ...properties });
  const rowOf = ({ name }: StoredTable) => ({ $ref: `#/$defs/${name}` });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'zhagen project',
    ...closed({
      ...head,
      tables: {
        type: 'object',
        properties: Object.fromEntries(tables.map((one) => [one.name, { type: 'array', items: rowOf(one) }])),
        required: tables.flatMap(({ name }) => (name === 'seal' ? [] : [name])),
        additionalProperties: false,
      },
    }),
    $defs: {
      line: {
        oneOf: [
          line('project', head),
          ...tables.map((one) => line(one.name, { row: rowOf(one) })),
          line('end', { rows: { type: 'integer', minimum: 0 } }),
        ],
      },
      ...Object.fromEntries(
        tables.map(({ name, columns }) => [
          name,
          closed(Object.fromEntries(columns.map((column) => [column.name, schemaOf(column)]))),
        ]),
      ),
    },
  };
}

function schemaOf({ type, isNullable }: StoredColumn): object {
  const named = isNullable ? [TYPES[type], 'null'] : TYPES[type];
  return { type: named, ...(type === 'BLOB' && { contentEncoding: 'base64' }) };
}

function closed(properties: object): object {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}
