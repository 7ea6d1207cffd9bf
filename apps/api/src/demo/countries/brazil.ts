import { type Country, places, words } from "./country.js";

/** Brazil. */
export const brazil: Country = {
  code: "BR",
  currency: "BRL",
  customers: 300,
  trades:
    words(`Padaria, Supermercado, Construtora, Transportes, Clínica, Farmácia, Restaurante, Hotel,
    Metalúrgica, Confecções, Distribuidora, Laticínios, Autopeças, Gráfica, Laboratório, Colégio,
    Imobiliária, Materiais de Construção, Comércio de Alimentos, Indústria de Móveis, Cooperativa Agrícola,
    Café, Ótica, Livraria, Engenharia, Consultoria, Tecnologia, Serviços Médicos, Academia, Floricultura`),
  names:
    words(`São João, Santa Clara, Boa Vista, Rio Verde, Serra Azul, Bela Aurora, Ipê Amarelo, Três Irmãos,
    Nova Esperança, Porto Seguro, Almeida & Filhos, Irmãos Ferreira, Souza & Lima, Barbosa, Monteiro,
    Sol Nascente, Estrela do Sul, Pão de Açúcar da Serra, Vale Encantado, Araucária, Jacarandá, Bandeirantes,
    Guarani, Ponte Nova, Horizonte, Cruzeiro, Primavera, Santo Antônio, Mar Azul, Campo Largo, Lagoa Dourada,
    Pinheiros, Ouro Branco, Águas Claras, União, Progresso, Aliança, Imperial, Tropical, Central`),
  forms: words("Ltda, Ltda, Ltda, S.A., ME, EPP, Ltda ME"),
  streets:
    words(`Rua das Flores, Avenida Paulista, Rua XV de Novembro, Avenida Brasil, Rua Sete de Setembro,
    Rua Augusta, Avenida Getúlio Vargas, Rua Marechal Deodoro, Rua da Consolação, Avenida Rio Branco,
    Rua José Bonifácio, Alameda Santos, Rua Tiradentes, Avenida Independência, Rua Dom Pedro II, Travessa do Comércio`),
  districts:
    words(`Centro, Jardim América, Vila Nova, Boa Viagem, Bela Vista, Santa Cecília, Funcionários,
    Batel, Moinhos de Vento, Aldeota, Savassi, Copacabana, Pituba, Distrito Industrial`),
  places: places(`
    São Paulo|SP|01###-###|+55113#######
    São Paulo|SP|04###-###|+551198#######
    Campinas|SP|13###-###|+55193#######
    Ribeirão Preto|SP|14###-###|+55163#######
    Rio de Janeiro|RJ|20###-###|+55213#######
    Niterói|RJ|24###-###|+552198#######
    Belo Horizonte|MG|30###-###|+55313#######
    Uberlândia|MG|38###-###|+55343#######
    Curitiba|PR|80###-###|+55413#######
    Londrina|PR|86###-###|+55433#######
    Florianópolis|SC|88###-###|+55483#######
    Joinville|SC|89###-###|+55473#######
    Porto Alegre|RS|90###-###|+55513#######
    Caxias do Sul|RS|95###-###|+55543#######
    Salvador|BA|40###-###|+55713#######
    Recife|PE|50###-###|+55813#######
    Fortaleza|CE|60###-###|+55853#######
    Brasília|DF|70###-###|+55613#######
    Goiânia|GO|74###-###|+55623#######
    Vitória|ES|29###-###|+55273#######
    Belém|PA|66###-###|+55913#######
    Manaus|AM|69###-###|+55923#######`),
  givenNames:
    words(`Ana, Beatriz, Camila, Daniela, Eduardo, Fernanda, Gabriel, Helena, Igor, Juliana, João,
    Larissa, Luiz, Marcelo, Mariana, Otávio, Patrícia, Paulo, Rafael, Renata, Rodrigo, Sérgio, Tatiana, Vinícius`),
  familyNames:
    words(`Almeida, Araújo, Barbosa, Cardoso, Carvalho, Castro, Costa, Dias, Fernandes, Ferreira, Gomes,
    Gonçalves, Lima, Lopes, Machado, Martins, Melo, Moreira, Nascimento, Oliveira, Pereira, Ribeiro, Rocha, Santos, Silva, Souza, Vieira`),
};
