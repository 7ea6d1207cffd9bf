import { type Country, places, words } from "./country.js";

/** The countries with a few customers each. */
export const otherCountries: readonly Country[] = [
  {
    code: "ES",
    currency: "EUR",
    customers: 30,
    trades: words(
      "Talleres, Bodegas, Construcciones, Transportes, Panadería, Muebles, Conservas, Hotel, Aceites",
    ),
    names: words(
      "Santa María, Sierra Nevada, Hermanos García, Mediterráneo, El Roble, La Ribera, Costa Brava, Monte Real",
    ),
    forms: words("S.L., S.L., S.A."),
    streets: words(
      "Calle Mayor, Gran Vía, Paseo de Gracia, Calle de Alcalá, Avenida de la Constitución, Calle Real",
    ),
    districts: words("Centro, Salamanca, Eixample, Triana"),
    places: places(`
      Madrid|Madrid|280##|+3491#######
      Barcelona|Barcelona|080##|+3493#######
      Valencia|Valencia|460##|+3496#######
      Sevilla|Sevilla|410##|+34954######
      Vigo|Pontevedra|362##|+34986######`),
    givenNames: words("Álvaro, Carmen, Javier, Lucía, Marta, Pablo, Raúl, Sara"),
    familyNames: words("García, Fernández, López, Martínez, Pérez, Romero, Navarro, Ortega"),
  },
  {
    code: "DE",
    currency: "EUR",
    customers: 20,
    trades: words(
      "Bäckerei, Maschinenbau, Elektrotechnik, Spedition, Druckerei, Möbelhaus, Brauerei, Werkzeugbau",
    ),
    names: words(
      "Schröder, Müller & Söhne, Rheinland, Nordlicht, Bergmann, Lindenhof, Königsberg, Schwarzwald",
    ),
    forms: words("GmbH, GmbH, AG, GmbH & Co. KG"),
    streets: words(
      "Hauptstraße, Bahnhofstraße, Gartenweg, Lindenallee, Schillerstraße, Marktplatz",
    ),
    districts: words("Mitte, Altstadt, Nordend, Südstadt"),
    places: places(`
      Berlin|Berlin|10###|+4930########
      München|Bayern|80###|+4989#######
      Hamburg|Hamburg|20###|+4940#######
      Köln|Nordrhein-Westfalen|50###|+49221#######
      Stuttgart|Baden-Württemberg|70###|+49711#######`),
    givenNames: words("Anna, Felix, Greta, Jürgen, Katrin, Lukas, Sabine, Uwe"),
    familyNames: words("Becker, Fischer, Hoffmann, Krüger, Lehmann, Müller, Schröder, Weiß"),
  },
  {
    code: "US",
    currency: "USD",
    customers: 20,
    trades: words(
      "Bakery, Logistics, Medical Supplies, Hardware, Robotics, Outdoor Gear, Coffee Roasters, Printing",
    ),
    names: words(
      "Blue Ridge, Evergreen, Harbor View, Lone Star, Maple Street, Pioneer, Silver Lake, Union Square",
    ),
    forms: words("Inc., LLC, Corp."),
    streets: words("Main Street, Elm Street, Market Street, Broadway, Oak Avenue, Lincoln Road"),
    districts: words("Downtown, Midtown, Riverside, Old Town"),
    places: places(`
      New York|NY|100##|+121255501##
      Boston|MA|021##|+161755501##
      Austin|TX|787##|+151255501##
      Seattle|WA|981##|+120655501##
      Miami|FL|331##|+130555501##`),
    givenNames: words("Amy, Brian, Chris, Dana, Emily, Kevin, Laura, Scott"),
    familyNames: words("Anderson, Brown, Clark, Davis, Johnson, Miller, Taylor, Wilson"),
  },
  {
    code: "GB",
    currency: "GBP",
    customers: 15,
    trades: words(
      "Tea Merchants, Engineering, Textiles, Brewing, Bookshop, Joinery, Shipping, Ceramics",
    ),
    names: words(
      "Ashford, Brighton & Sons, Camden, Kingsway, Northgate, Thornbury, Wessex, Whitby",
    ),
    forms: words("Ltd, Ltd, plc"),
    streets: words("High Street, Station Road, Church Lane, Victoria Road, King Street, Mill Lane"),
    districts: words("Camden, Clifton, Jericho, Leith"),
    places: places(`
      London|Greater London|W1# 4AB|+442079460###
      Manchester|Greater Manchester|M# 2CD|+441614960###
      Bristol|Bristol|BS# 3EF|+441174960###
      Edinburgh|Scotland|EH# 1GH|+441314960###`),
    givenNames: words("Alice, Edward, George, Harriet, Imogen, Oliver, Rupert, Sophie"),
    familyNames: words("Baker, Cooper, Evans, Hughes, Palmer, Shaw, Turner, Wright"),
  },
  {
    code: "FR",
    currency: "EUR",
    customers: 10,
    trades: words("Boulangerie, Menuiserie, Transports, Imprimerie, Vignobles, Fromagerie"),
    names: words("Beaulieu, Dubois & Fils, La Belle Étoile, Saint-Étienne, Côte d'Azur, Le Chêne"),
    forms: words("SARL, SAS, SA"),
    streets: words(
      "Rue de la République, Avenue Victor Hugo, Boulevard Saint-Michel, Rue des Lilas",
    ),
    districts: words("Centre-ville, La Part-Dieu, Vieux-Port"),
    places: places(`
      Paris|Île-de-France|750##|+33199005###
      Lyon|Auvergne-Rhône-Alpes|690##|+33465715###
      Marseille|Provence-Alpes-Côte d'Azur|130##|+33465716###`),
    givenNames: words("Chloé, Émile, François, Hélène, Julien, Noémie"),
    familyNames: words("Bernard, Dubois, Lefèvre, Moreau, Petit, Rousseau"),
  },
  {
    code: "IT",
    currency: "EUR",
    customers: 5,
    trades: words("Panificio, Officine, Ceramiche, Trasporti, Tessuti"),
    names: words("San Marco, Fratelli Rossi, Bellavista, Toscana, Adriatica"),
    forms: words("S.r.l., S.p.A."),
    streets: words("Via Roma, Corso Italia, Via Garibaldi, Piazza Dante"),
    districts: words("Centro, Brera, Trastevere"),
    places: places(`
      Milano|MI|201##|+3902########
      Roma|RM|001##|+3906########
      Firenze|FI|501##|+39055######`),
    givenNames: words("Chiara, Giulia, Luca, Marco, Niccolò, Paola"),
    familyNames: words("Bianchi, Conti, Esposito, Ricci, Romano, Rossi"),
  },
  {
    code: "AR",
    currency: "ARS",
    customers: 5,
    trades: words("Frigorífico, Bodega, Librería, Transportes, Metalúrgica"),
    names: words("Del Plata, Hermanos Díaz, La Pampa, Patagonia, San Martín"),
    forms: words("S.A., S.R.L."),
    streets: words("Avenida Corrientes, Calle Florida, Avenida San Martín, Calle Belgrano"),
    districts: words("Palermo, Recoleta, Centro"),
    places: places(`
      Buenos Aires|CABA|C10##AAB|+54114#######
      Córdoba|Córdoba|X50##CDE|+543514######
      Rosario|Santa Fe|S20##FGH|+543414######`),
    givenNames: words("Agustín, Florencia, Gonzalo, Marina, Sol, Tomás"),
    familyNames: words("Acosta, Benítez, Díaz, Giménez, Molina, Sosa"),
  },
  {
    code: "CL",
    currency: "CLP",
    customers: 5,
    trades: words("Viña, Pesquera, Ferretería, Constructora, Transportes"),
    names: words("Andes, Cordillera, Los Lagos, Pacífico, Santa Rosa"),
    forms: words("SpA, Ltda., S.A."),
    streets: words("Avenida Providencia, Calle Huérfanos, Avenida Apoquindo, Calle Prat"),
    districts: words("Providencia, Las Condes, Centro"),
    places: places(`
      Santiago|Región Metropolitana|750####|+5622#######
      Valparaíso|Valparaíso|234####|+56322######`),
    givenNames: words("Catalina, Cristóbal, Ignacio, Javiera, Matías, Valentina"),
    familyNames: words("Araya, Contreras, Muñoz, Rojas, Sepúlveda, Vergara"),
  },
];
