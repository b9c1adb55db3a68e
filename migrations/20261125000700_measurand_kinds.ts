import { Migration } from '@mikro-orm/migrations'

/**
 * The measurand kinds that a laboratory meets first. Known from the beginning of all time, so that they are known as
 * of every day; a taxon is named where the NCSLI MII catalogue has one whose definition fits.
 */
export class Migration20261125000700 extends Migration {
  override up(): void {
    this.addSql(`
      insert into measurand_kinds (id, code, name, quantity_kind, taxon, unit, parameters, recorded_at)
      select id::uuid, code, name::jsonb, quantity_kind, taxon, unit, parameters::jsonb, '2000-01-01T00:00:00Z'
      from (values
        ('00000000-0000-7000-8000-000000000001', 'mass.conventional', '{"en": "Conventional mass", "zh": "折算质量"}', 'mass', 'Measure.Mass.Conventional', 'kg', '[]'),
        ('00000000-0000-7000-8000-000000000002', 'mass.true', '{"en": "Mass", "zh": "质量(真空质量)"}', 'mass', 'Measure.Mass.True', 'kg', '[]'),
        ('00000000-0000-7000-8000-000000000003', 'mass.indication-error', '{"en": "Error of indication of a weighing instrument", "zh": "衡器示值误差"}', 'mass', 'Source.Mass.Conventional', 'kg', '[{"name": "temperature", "unit": "°C"}]'),
        ('00000000-0000-7000-8000-000000000004', 'length.gauge-block', '{"en": "Central length of a gauge block at 20 °C", "zh": "量块中心长度(20 °C)"}', 'length', 'Measure.Length', 'm', '[]'),
        ('00000000-0000-7000-8000-000000000005', 'length', '{"en": "Length, distance between two points", "zh": "长度"}', 'length', 'Measure.Length', 'm', '[{"name": "temperature", "unit": "°C"}]'),
        ('00000000-0000-7000-8000-000000000006', 'length.diameter', '{"en": "Diameter", "zh": "直径"}', 'length', 'Measure.Length.Diameter', 'm', '[{"name": "temperature", "unit": "°C"}, {"name": "height", "unit": "m"}]'),
        ('00000000-0000-7000-8000-000000000007', 'length.indication-error', '{"en": "Error of indication of a length measuring instrument", "zh": "长度量具示值误差"}', 'length', 'Source.Length', 'm', '[{"name": "temperature", "unit": "°C"}]'),
        ('00000000-0000-7000-8000-000000000008', 'length.vacuum-wavelength', '{"en": "Vacuum wavelength", "zh": "真空波长"}', 'length', null, 'm', '[]'),
        ('00000000-0000-7000-8000-000000000009', 'frequency', '{"en": "Frequency", "zh": "频率"}', 'frequency', 'Measure.Frequency', 'Hz', '[{"name": "voltage", "unit": "V"}, {"name": "power", "unit": "W"}]'),
        ('00000000-0000-7000-8000-00000000000a', 'frequency.optical', '{"en": "Optical frequency of a laser", "zh": "激光光学频率"}', 'frequency', null, 'Hz', '[]'),
        ('00000000-0000-7000-8000-00000000000b', 'time.interval', '{"en": "Time interval", "zh": "时间间隔"}', 'time', null, 's', '[]'),
        ('00000000-0000-7000-8000-00000000000c', 'time.indication-error', '{"en": "Error of a clock against UTC", "zh": "时钟示值误差"}', 'time', 'Measure.Time', 's', '[]'),
        ('00000000-0000-7000-8000-00000000000d', 'voltage.dc', '{"en": "Direct voltage", "zh": "直流电压"}', 'electric-potential-difference', 'Measure.Voltage.DC', 'V', '[{"name": "range", "unit": "V"}, {"name": "temperature", "unit": "°C"}]'),
        ('00000000-0000-7000-8000-00000000000e', 'voltage.dc.indication-error', '{"en": "Error of indication of a direct-voltage meter", "zh": "直流电压示值误差"}', 'electric-potential-difference', 'Source.Voltage.DC', 'V', '[{"name": "range", "unit": "V"}, {"name": "temperature", "unit": "°C"}]'),
        ('00000000-0000-7000-8000-00000000000f', 'current.dc', '{"en": "Direct current", "zh": "直流电流"}', 'electric-current', 'Measure.Current.DC', 'A', '[{"name": "range", "unit": "A"}, {"name": "temperature", "unit": "°C"}]'),
        ('00000000-0000-7000-8000-000000000010', 'current.dc.indication-error', '{"en": "Error of indication of a direct-current meter", "zh": "直流电流示值误差"}', 'electric-current', 'Source.Current', 'A', '[{"name": "range", "unit": "A"}, {"name": "temperature", "unit": "°C"}]'),
        ('00000000-0000-7000-8000-000000000011', 'resistance.dc', '{"en": "Resistance at direct current", "zh": "直流电阻"}', 'electric-resistance', 'Measure.Resistance', 'Ω', '[{"name": "current", "unit": "A"}, {"name": "temperature", "unit": "°C"}]'),
        ('00000000-0000-7000-8000-000000000012', 'resistance.dc.indication-error', '{"en": "Error of indication of an ohmmeter at direct current", "zh": "直流电阻示值误差"}', 'electric-resistance', 'Source.Resistance', 'Ω', '[{"name": "range", "unit": "Ω"}, {"name": "current", "unit": "A"}, {"name": "temperature", "unit": "°C"}]'),
        ('00000000-0000-7000-8000-000000000013', 'power.dc-electric', '{"en": "Electric power at direct current", "zh": "直流电功率"}', 'power', 'Source.Power.DC', 'W', '[{"name": "voltage", "unit": "V"}, {"name": "current", "unit": "A"}]'),
        ('00000000-0000-7000-8000-000000000014', 'power.dc-electric.indication-error', '{"en": "Relative error of indication of a direct-current power meter", "zh": "直流功率表相对示值误差"}', 'ratio', 'Source.Power.DC', '1', '[{"name": "power", "unit": "W"}, {"name": "voltage", "unit": "V"}, {"name": "current", "unit": "A"}]'),
        ('00000000-0000-7000-8000-000000000015', 'energy.dc-electric', '{"en": "Electric energy at direct current", "zh": "直流电能"}', 'energy', null, 'J', '[{"name": "power", "unit": "W"}, {"name": "voltage", "unit": "V"}, {"name": "current", "unit": "A"}]'),
        ('00000000-0000-7000-8000-000000000016', 'energy.dc-electric.indication-error', '{"en": "Relative error of indication of a direct-current energy meter", "zh": "直流电能表相对示值误差"}', 'ratio', null, '1', '[{"name": "energy", "unit": "J"}, {"name": "power", "unit": "W"}, {"name": "voltage", "unit": "V"}, {"name": "current", "unit": "A"}]'),
        ('00000000-0000-7000-8000-000000000017', 'temperature.fixed-point', '{"en": "Temperature of a fixed point of the ITS-90", "zh": "ITS-90固定点温度"}', 'celsius-temperature', 'Source.Temperature.FixedPoint.ITS90', '°C', '[]'),
        ('00000000-0000-7000-8000-000000000018', 'temperature.thermometer', '{"en": "Temperature as indicated by a thermometer", "zh": "温度计温度"}', 'celsius-temperature', 'Source.Temperature', '°C', '[{"name": "immersion", "unit": "m"}, {"name": "current", "unit": "A"}]'),
        ('00000000-0000-7000-8000-000000000019', 'temperature.source', '{"en": "Temperature of a dry block, bath or furnace", "zh": "恒温源温度"}', 'celsius-temperature', 'Measure.Temperature', '°C', '[{"name": "immersion", "unit": "m"}]'),
        ('00000000-0000-7000-8000-00000000001a', 'temperature.indication-error', '{"en": "Error of indication of a thermometer", "zh": "温度计示值误差"}', 'temperature-difference', 'Source.Temperature', 'K', '[{"name": "temperature", "unit": "°C"}, {"name": "immersion", "unit": "m"}, {"name": "current", "unit": "A"}]'),
        ('00000000-0000-7000-8000-00000000001b', 'temperature.resistance-ratio', '{"en": "Resistance ratio W(T90) of a platinum thermometer", "zh": "铂电阻温度计电阻比"}', 'ratio', null, '1', '[{"name": "temperature", "unit": "°C"}, {"name": "current", "unit": "A"}]'),
        ('00000000-0000-7000-8000-00000000001c', 'pressure.gauge', '{"en": "Gauge pressure", "zh": "表压"}', 'pressure', 'Measure.Pressure.Pneumatic.Gage.Static', 'Pa', '[{"name": "temperature", "unit": "°C"}]'),
        ('00000000-0000-7000-8000-00000000001d', 'pressure.absolute', '{"en": "Absolute pressure", "zh": "绝对压力"}', 'pressure', 'Measure.Pressure.Pneumatic.Absolute.Static', 'Pa', '[{"name": "temperature", "unit": "°C"}]'),
        ('00000000-0000-7000-8000-00000000001e', 'pressure.differential', '{"en": "Differential pressure", "zh": "差压"}', 'pressure', 'Measure.Pressure.Differential.Static', 'Pa', '[{"name": "linePressure", "unit": "Pa"}, {"name": "temperature", "unit": "°C"}]'),
        ('00000000-0000-7000-8000-00000000001f', 'pressure.gauge.indication-error', '{"en": "Error of indication of a gauge-pressure instrument", "zh": "表压示值误差"}', 'pressure', 'Source.Pressure.Hydraulic.Static', 'Pa', '[{"name": "temperature", "unit": "°C"}]'),
        ('00000000-0000-7000-8000-000000000020', 'area.piston-effective', '{"en": "Effective area of a piston-cylinder assembly", "zh": "活塞有效面积"}', 'area', null, 'm^2', '[{"name": "pressure", "unit": "Pa"}, {"name": "temperature", "unit": "°C"}]'),
        ('00000000-0000-7000-8000-000000000021', 'force', '{"en": "Force", "zh": "力"}', 'force', 'Measure.Force', 'N', '[{"name": "temperature", "unit": "°C"}]'),
        ('00000000-0000-7000-8000-000000000022', 'torque', '{"en": "Torque", "zh": "扭矩"}', 'torque', 'Source.Torque', 'N.m', '[{"name": "temperature", "unit": "°C"}]'),
        ('00000000-0000-7000-8000-000000000023', 'torque.indication-error', '{"en": "Error of indication of a torque instrument", "zh": "扭矩示值误差"}', 'torque', 'Measure.Torque', 'N.m', '[{"name": "temperature", "unit": "°C"}]'),
        ('00000000-0000-7000-8000-000000000024', 'torque.relative-indication-error', '{"en": "Relative error of indication of a torque instrument", "zh": "扭矩相对示值误差"}', 'ratio', 'Measure.Torque', '1', '[{"name": "torque", "unit": "N.m"}, {"name": "temperature", "unit": "°C"}]'),
        ('00000000-0000-7000-8000-000000000025', 'volume.liquid', '{"en": "Volume of liquid", "zh": "液体体积"}', 'volume', null, 'm^3', '[{"name": "temperature", "unit": "°C"}]'),
        ('00000000-0000-7000-8000-000000000026', 'volume-flow.liquid', '{"en": "Volume flow rate of liquid", "zh": "液体体积流量"}', 'volume-flow-rate', null, 'm^3/s', '[{"name": "temperature", "unit": "°C"}, {"name": "pressure", "unit": "Pa"}]'),
        ('00000000-0000-7000-8000-000000000027', 'volume-flow.gas', '{"en": "Volume flow rate of gas", "zh": "气体体积流量"}', 'volume-flow-rate', null, 'm^3/s', '[{"name": "temperature", "unit": "°C"}, {"name": "pressure", "unit": "Pa"}]'),
        ('00000000-0000-7000-8000-000000000028', 'mass-flow', '{"en": "Mass flow rate", "zh": "质量流量"}', 'mass-flow-rate', null, 'kg/s', '[{"name": "temperature", "unit": "°C"}, {"name": "pressure", "unit": "Pa"}]'),
        ('00000000-0000-7000-8000-000000000029', 'flow.indication-error', '{"en": "Relative error of indication of a flow meter", "zh": "流量计相对示值误差"}', 'ratio', null, '1', '[{"name": "flowRate", "unit": "m^3/s"}, {"name": "temperature", "unit": "°C"}, {"name": "pressure", "unit": "Pa"}]'),
        ('00000000-0000-7000-8000-00000000002a', 'velocity.gas', '{"en": "Velocity of gas in a duct", "zh": "管道气体流速"}', 'velocity', null, 'm/s', '[{"name": "temperature", "unit": "°C"}, {"name": "pressure", "unit": "Pa"}]'),
        ('00000000-0000-7000-8000-00000000002b', 'density.liquid', '{"en": "Density of liquid", "zh": "液体密度"}', 'mass-density', null, 'kg/m^3', '[{"name": "temperature", "unit": "°C"}, {"name": "pressure", "unit": "Pa"}]'),
        ('00000000-0000-7000-8000-00000000002c', 'density.gas', '{"en": "Density of gas", "zh": "气体密度"}', 'mass-density', 'Measure.DensityMass.Gas', 'kg/m^3', '[{"name": "temperature", "unit": "°C"}, {"name": "pressure", "unit": "Pa"}]'),
        ('00000000-0000-7000-8000-00000000002d', 'rf-power', '{"en": "Power of a radio-frequency signal", "zh": "射频功率"}', 'power', 'Measure.Power.RF.Sinewave', 'W', '[{"name": "frequency", "unit": "Hz"}]'),
        ('00000000-0000-7000-8000-00000000002e', 'rf-power.calibration-factor', '{"en": "Calibration factor of a power sensor", "zh": "功率传感器校准因子"}', 'ratio', 'Source.Power.RF.Sinewave', '1', '[{"name": "frequency", "unit": "Hz"}, {"name": "power", "unit": "W"}]'),
        ('00000000-0000-7000-8000-00000000002f', 'amount-fraction.co2', '{"en": "Amount fraction of carbon dioxide in gas", "zh": "气体中二氧化碳摩尔分数"}', 'ratio', null, '1', '[{"name": "temperature", "unit": "°C"}, {"name": "pressure", "unit": "Pa"}]'),
        ('00000000-0000-7000-8000-000000000030', 'amount-fraction.co2.indication-error', '{"en": "Error of indication of a carbon-dioxide analyser", "zh": "二氧化碳分析仪示值误差"}', 'ratio', null, '1', '[{"name": "temperature", "unit": "°C"}, {"name": "pressure", "unit": "Pa"}]'),
        ('00000000-0000-7000-8000-000000000031', 'mass.emission', '{"en": "Mass emitted over a time", "zh": "排放质量"}', 'mass', null, 'kg', '[{"name": "duration", "unit": "s"}]'),
        ('00000000-0000-7000-8000-000000000032', 'humidity.relative', '{"en": "Relative humidity", "zh": "相对湿度"}', 'ratio', 'Measure.Ratio.Humidity.Relative', '1', '[{"name": "temperature", "unit": "°C"}]')
      ) as kind (id, code, name, quantity_kind, taxon, unit, parameters)
    `)
  }

  override down(): void {
    throw new Error('Migrations go forward only')
  }
}
