/** Whether a change gives a record any other value: who sends what stands there already changes nothing and tells nobody. */
export function isOther(record: object, values: object): boolean {
  return Object.entries(values).some(([field, value]) => Reflect.get(record, field) !== value);
}
