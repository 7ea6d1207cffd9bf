import { type Country, places, words } from "./country.js";

/** Portugal. */
export const portugal: Country = {
  code: "PT",
  currency: "EUR",
  customers: 90,
  trades:
    words(`Pastelaria, Construções, Transportes, Clínica, Farmácia, Restaurante, Hotel, Vinhos, Conservas, Cortiças,
    Têxteis, Calçado, Mobiliário, Papelaria, Oficina, Imobiliária, Consultoria, Sistemas, Cerâmica, Azeites, Turismo`),
  names:
    words(`Ribeira, Douro, Alto Minho, Serra da Estrela, Santo António, Bom Jesus, Costa Verde, Mar & Sol, Dom Dinis,
    Rainha Santa, Irmãos Pinto, Moreira & Sá, Teixeira, Vasconcelos, Figueiredo, Monte Alegre, Vale do Tejo, Ponte de Lima,
    Praia Grande, Quinta Nova, Azinheira, Castelo, Atlântico, Luso, Navegante`),
  forms: words("Lda., Lda., Lda., S.A., Unipessoal Lda."),
  streets:
    words(`Rua Augusta, Avenida da Liberdade, Rua de Santa Catarina, Avenida dos Aliados, Rua Garrett,
    Largo do Carmo, Rua da Boavista, Avenida da República, Praça do Comércio, Rua do Souto, Rua Direita`),
  districts: words("Baixa, Chiado, Boavista, Cedofeita, Alvalade, Campo de Ourique, Sé"),
  places: places(`
    Lisboa||1###-###|+35121#######
    Lisboa||1###-###|+35191#######
    Porto||4###-###|+35122#######
    Braga||47##-###|+351253######
    Coimbra||30##-###|+351239######
    Aveiro||38##-###|+351234######
    Faro||80##-###|+351289######
    Setúbal||29##-###|+351265######
    Évora||70##-###|+351266######
    Leiria||24##-###|+351244######
    Funchal|Madeira|90##-###|+351291######`),
  givenNames:
    words(`Afonso, António, Catarina, Diogo, Duarte, Inês, Joana, José, Leonor, Mafalda, Margarida, Miguel,
    Nuno, Pedro, Rita, Rui, Sofia, Tiago, Teresa`),
  familyNames:
    words(`Antunes, Azevedo, Brito, Cunha, Faria, Figueiredo, Fonseca, Henriques, Leitão, Magalhães,
    Matos, Moreira, Neves, Pinto, Ramos, Reis, Simões, Tavares, Teixeira, Vasconcelos`),
};
