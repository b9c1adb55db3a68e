import type { Table } from './table.ts'

/**
 * What a DCC may hold, in the notation of `particle.ts`: facts of the format, release by release, in words of our own.
 * `=word` is an element with characters only; attributes follow after `@`. PTB's schemas remain the authority: a test holds
 * both against each other wherever the schemas are at hand.
 */
export const dccTable: Table = {
  certificate: `administrativeData:administrative, measurementResults:measurements, comments:string?{<2.3},
    comment:anything?{2.3}, document:file?, ds.Signature:ds.Signature*{3.2} @schemaVersion!{2.3}`,
  administrative: `dccSoftware:softwares & refTypeDefinitions:vocabularies?{3.2} & coreData:core & items:items
    & calibrationLaboratory:laboratory & respPersons:persons & customer:contact & statements:statements?`,
  core: `countryCodeISO3166_1:country, usedLangCodeISO639_1:language+, mandatoryLangCodeISO639_1:language+,
    uniqueIdentifier:line, identifications:identifications?{2.3}, receiptDate:date?, beginPerformanceDate:date,
    endPerformanceDate:date, performanceLocation:place{3}, issueDate:date?{3.2},
    reportAmendedSubstituted:amendment?{3.2.1}, previousReport:hash?`,
  amendment: 'typeOfChange:change, replacedUniqueIdentifier:line @id @refId{3.3} @refType',
  place: '=placeName @id @refId @refType',
  softwares: 'software:software+',
  software: `name:text, release:line, type:softwareKind?{3.1}, description:text*{<3}, description:rich?{3}
    @id @refId{3.3} @refType{3}`,
  vocabularies: 'refTypeDefinition:vocabulary+',
  vocabulary: `name:text, description:rich?, namespace:line, link:line{<3.3}, link:uri{3.3}, release:line?, value:line?,
    procedure:line? @refType`,
  class: 'reference:line, classID:line, link:uri?{3.3} @id @refId{3.3} @refType{3.2}',
  items: `name:text?, equipmentClass:class?{2.3<3.2}, equipmentClass:class*{3.2}, description:text?{<3},
    description:rich?{3}, owner:contact?, manufacturer:party?{3.2.1}, identifications:identifications?{2.3}, item:item+
    @id{3.3} @refId{3.3}`,
  item: `name:text, equipmentClass:class?{2.3<3.2}, equipmentClass:class*{3.2}, description:text+{<3},
    description:rich?{3}, descriptionData:file*{<3}, owner:contact?{3.3}, installedSoftwares:softwares?{3.1},
    manufacturer:party{<3.2.1}, manufacturer:party?{3.2.1}, model:line?, identifications:identifications,
    itemQuantities:itemQuantities?{3.2}, subItems:items?{3.3} @id @refId{3.3} @refType{3.2}`,
  itemQuantities: 'itemQuantity:plainQuantity+',
  identifications: 'identification:identification+',
  identification:
    'issuer:identifier, value:line, description:text?{<3}, name:text?{3} @id @refId{3.3} @refType{2.4}',
  laboratory: `calibrationLaboratoryCode:line?, contact:contact+{<3}, contact:contact{3}, cryptElectronicSeal:boolean?{3.2},
    cryptElectronicSignature:boolean?{3.2}, cryptElectronicTimeStamp:boolean?{3.2}`,
  persons: 'respPerson:person+',
  person: `person:party, description:text?{<3}, description:rich?{3}, role:line?{3}, mainSigner:boolean?,
    cryptElectronicSeal:boolean?, cryptElectronicSignature:boolean?, cryptElectronicTimeStamp:boolean?
    @id @refId{3.3} @refType{3.2}`,
  statements: 'statement:statement+',
  metadata: 'metaData:statement+',
  statement: `name:text?{3.2}, description:rich?{3.2}, countryCodeISO3166_1:country*, convention:line?, traceable:boolean?,
    norm:line?{<3.1}, norm:line*{3.1}, reference:line?{<3.1}, reference:line*{3.1}, link:uri*{3.3},
    declaration:text?{<3}, declaration:rich?{3}, (valid:boolean | validXMLList:booleans{3.2})?, refId:idref?{<3},
    date:date?, period:duration?, respAuthority:contact?{3},
    (conformity:conformity | conformityXMLList:conformities{3.1})?{3}, data:data?{3}, nonSIDefinition:line?{3.1},
    nonSIUnit:line?{3.1}, location:location?{3.1.2} @id @refId{3} @refType{3}`,
  measurements: `usedMethods:methods?{3.3}, usedSoftware:softwares?{3.3}, measuringEquipments:equipments?{3.3},
    influenceConditions:conditions?{3.3}, measurementMetaData:metadata?{3.3}, measurementResult:measurement+`,
  measurement: `name:text{3}, description:rich?{3}, usedMethods:methods?, usedSoftware:softwares?,
    measuringEquipments:equipments?, influenceConditions:conditions{<2.3}, influenceConditions:conditions?{2.3},
    results:results, measurementMetaData:metadata?{3} @id{3} @refId{3} @refType{3}`,
  methods: 'usedMethod:method+',
  method: `name:text, description:text+{<3}, description:rich?{3}, norm:line*, reference:line*{3.1}, link:uri*{3.3},
    usedMethodQuantities:methodQuantities?{3.3} @id @refId{3.3} @refType{3}`,
  methodQuantities: 'usedMethodQuantity:plainQuantity+',
  equipments: `name:text?{3.1}, equipmentClass:class?{3.1<3.2}, equipmentClass:class*{3.2}, description:rich?{3.1},
    owner:contact?{3.1}, identifications:identifications?{3.1}, measuringEquipment:equipment+`,
  equipment: `name:text, equipmentClass:class?{2.3<3.2}, equipmentClass:class*{3.2}, description:text+{<3},
    description:rich?{3}, descriptionData:file*{<3}, certificate:hash?, manufacturer:party?, model:line?,
    identifications:identifications?, measuringEquipmentQuantities:equipmentQuantities?{3.1},
    installedSoftware:softwares?{3.3} @id @refId{3.3} @refType{3}`,
  equipmentQuantities: 'measuringEquipmentQuantity:plainQuantity+',
  conditions: 'influenceCondition:condition+',
  condition: `name:text, description:text?{<3}, description:rich?{3}, state:status?{<3}, status:status?{3},
    certificate:hash?{3.1}, data:data @id @refId{3.3} @refType{2.4}`,
  results: 'result:result+',
  result: 'name:text, description:text?{<3}, description:rich?{3}, data:data @id @refId{2.4} @refType{2.4}',
  data: `(text:text{<3} | text:rich{3} | formula:formula | byteData:file | xml:xml | quantity:quantity | list:list)+
    @id @refId{3} @refType{3}`,
  plainQuantity: `name:text?, description:rich?, (noQuantity:rich | charsXMLList:words{3.2} | si.real | si.hybrid
    | si.complex | si.constant | si.realListXMLList | si.complexListXMLList{3.3}) @id @refId @refType`,
  quantity: `name:text?, description:rich?{3}, (noQuantity:text{<3} | noQuantity:rich{3} | charsXMLList:words{3.2}
    | si.real | si.list | si.hybrid | si.complex{3} | si.constant{3} | si.realListXMLList{3.1}
    | si.complexListXMLList{3.3}), relativeUncertainty:relative?{3.1}, usedMethods:methods?, usedSoftware:softwares?,
    measuringEquipments:equipments?{3}, influenceConditions:conditions?, measurementMetaData:metadata?
    @id @refId{2.4} @refType{2.4}`,
  relative: `relativeUncertaintyXmlList:si.realListXMLList | relativeUncertainty:si.real{<3.1.1}
    | relativeUncertaintySingle:si.real{3.1.1}`,
  list: `name:text?, description:rich?{3}, (dateTime:dateTime | dateTimeXMLList:dateTimes{3.1})?,
    (list:list+ | quantity:quantity+){<3.2}, (list:list | quantity:quantity)+{3.2}, usedMethods:methods?,
    usedSoftware:softwares?, measuringEquipments:equipments?{3}, influenceConditions:conditions?,
    measurementMetaData:metadata? @id @refId{3} @refType{3}`,
  contact: `name:text, eMail:line{<3.2}, eMail:line?{3.2}, phone:line?, fax:line?, link:uri?{3.3}, location:location,
    descriptionData:file? @id @refId{3.3} @refType{3.3}`,
  party: `name:text, eMail:line?, phone:line?, fax:line?, link:uri?{3.3}, location:location?, descriptionData:file?
    @id @refId{3} @refType{3}`,
  location: `(city:line | countryCode:country | postCode:line | postOfficeBox:line | state:line | street:line
    | streetNo:line | further:text{<3} | further:rich{3} | positionCoordinates:position{3})+`,
  position: `positionCoordinateSystem:line, reference:line?, declaration:rich?, positionCoordinate1:si.real,
    positionCoordinate2:si.real, positionCoordinate3:si.real?, link:uri?{3.3} @id @refId @refType`,
  hash: `reference:text{<3}, referral:text{3}, referenceID:line{<3}, referralID:line{3}, procedure:line, value:line,
    description:rich?{3.2}, inValidityRange:boolean?{3.2}, traceable:boolean?{3.2}, linkedReport:hash?
    @id @refId{3.3} @refType{3.2}`,
  text: 'content:content+ @id @refId{3.3}',
  content: '=string @lang @id @refId{3} @refType{3}',
  rich: 'name:text?, (content:content | file:file | formula:formula)* @id @refId @refType',
  file: `name:text{<3}, name:text?{3}, description:text{<3}, description:rich?{3}, fileName:line, mimeType:line,
    data:base64{<3}, dataBase64:base64{3} @id @refId{3.2} @refType{3.2}`,
  formula: '(siunitx:string{<3} | latex:string{3} | mathml:xml{3}) @lang{<3} @id @refId{3} @refType{3}',
}
