namespace Talent.Taxonomy.Tests;

/// <summary>
/// Texts as people type them (typos, word order, inflection, levels, paraphrase) with the concept that a person would choose;
/// hardly one is letter by letter a label. "-" where nothing in the taxonomy is meant. s: skill, o: occupation.
/// </summary>
internal static class FreeTexts
{
    private const string Lines = """
        PLC programing|s:plc-programming
        ROS robot|s:ros
        programing in python|s:python-programming
        Pyhton|s:python-programming
        Javascrpt|s:javascript-programming
        good knowledge of Python|s:python-programming
        experience with Docker|s:docker
        Kubernets|s:kubernetes
        kubernetes clusters|s:kubernetes
        machine learnning|s:machine-learning
        MachineLearning|s:machine-learning
        deep neural networks|s:deep-learning
        analysis of data|s:data-analysis
        visualisation of data|s:data-visualisation
        linux server administration|s:linux-administration
        TIG weld|s:tig-welding
        forklift drivng|s:forklift-driving
        driving of forklifts|s:forklift-driving
        installation of air conditioners|s:air-conditioner-installation
        reading technical drawings|s:technical-drawing-reading
        fibre optic splicing|s:optical-fibre
        network trouble shooting|s:network-troubleshooting
        drip irigation|s:drip-irrigation
        customer services|s:customer-service
        negotiation skills|s:negotiation
        Senior Java developer|o:backend-developer
        software enginer|o:software-developer
        developer of software|o:software-developer
        frontend engineer|o:frontend-developer
        full-stack web developer|o:web-developer
        devops enginer|o:devops-engineer
        junior data analysts|o:data-analyst
        Network Engineer (junior)|o:network-engineer
        industrial robots programmer|o:industrial-robot-programmer
        wind turbines technician|o:wind-turbine-technician
        solar panel installer|o:pv-installer
        CNC operator|o:cnc-machine-operator
        tower crane driver|o:tower-crane-operator
        hotel front desk receptionist|o:hotel-receptionist
        tourist guide|o:tour-guide
        greenhouse technicians|o:greenhouse-technician
        warehouse managr|o:warehouse-manager
        熟练掌握Python|s:python-programming
        熟悉PLC编程|s:plc-programming
        精通Java开发|s:java-programming
        机器学习算法|s:machine-learning
        数据可视化分析|s:data-visualisation
        机器人的示教编程|s:robot-teach-programming
        工业机器人操作|s:industrial-robot-operation
        钨极氩弧焊焊接|s:tig-welding
        叉车驾驶经验|s:forklift-driving
        数控车床加工|s:cnc-turning
        光伏组件安装|s:pv-installation
        滴灌技术|s:drip-irrigation
        跨文化沟通能力|s:cross-cultural-communication
        软件工程师（高级）|o:software-developer
        高级前端开发工程师|o:frontend-developer
        资深数据分析师|o:data-analyst
        工业机器人编程|o:industrial-robot-programmer
        网络工程师岗位|o:network-engineer
        新能源汽车维修技师|o:ev-technician
        风电运维员|o:wind-turbine-technician
        酒店前台|o:hotel-receptionist
        программирования на Python|s:python-programming
        программирование ПЛК|s:plc-programming
        машинного обучения|s:machine-learning
        анализ даных|s:data-analysis
        опыт администрирования Linux|s:linux-administration
        визуализации данных|s:data-visualisation
        компьютерные сетей|s:computer-networking
        капельного орошения|s:drip-irrigation
        знание SQL|s:sql
        старший инженер-программист|o:software-developer
        программисты|o:software-developer
        системного администратора|o:systems-administrator
        сварщики|o:welder
        ведущий аналитик данных|o:data-analyst
        инженер сетевой|o:network-engineer
        programacao em Python|s:python-programming
        programação de CLP|s:plc-programming
        conhecimento em aprendizado de máquina|s:machine-learning
        análises de dados|s:data-analysis
        redes de computador|s:computer-networking
        segurança de informação|s:information-security
        irrigação por gotejamento|s:drip-irrigation
        desenvolvedora de software|o:software-developer
        desenvolvedor de software sênior|o:software-developer
        administrador de rede|o:network-engineer
        soldadores|o:welder
        analista de dado|o:data-analyst
        برمجة بايثون|s:python-programming
        تعلم الالة|s:machine-learning
        التعلّم العميق|s:deep-learning
        تحليل بيانات|s:data-analysis
        امن الشبكات|s:network-security
        خبرة في قواعد بيانات NoSQL|s:nosql-databases
        مهندسو شبكات|o:network-engineer
        مهندس البرمجيات|o:software-developer
        محللو البيانات|o:data-analyst
        فنى دعم حاسوب|o:ict-support-technician
        programmation en Python|s:python-programming
        connaissances en apprentissage automatique|s:machine-learning
        analyse des données|s:data-analysis
        visualisation des donnees|s:data-visualisation
        réseaux informatique|s:computer-networking
        soudage TIG|s:tig-welding
        développeuse web|o:web-developer
        developpeur logiciel|o:software-developer
        ingénieure réseau|o:network-engineer
        soudeurs|o:welder
        analyste des données|o:data-analyst
        programacion Python|s:python-programming
        programación de PLC|s:plc-programming
        conocimientos de aprendizaje automático|s:machine-learning
        análisis de dato|s:data-analysis
        visualizacion de los datos|s:data-visualisation
        riego por goteo|s:drip-irrigation
        ingeniera de software|o:software-developer
        desarrolladora web|o:web-developer
        soldadora|o:welder
        técnica de redes|o:network-technician
        engineer|o:-
        manager|o:-
        工程师|o:-
        技术员|o:-
        инженер|o:-
        оператор|o:-
        technicien|o:-
        مهندس|o:-
        management|s:-
        系统|s:-
        анализ|s:-
        marriage counselling|s:-
        宠物美容|s:-
        家庭教师|o:-
        underwater basket weaving|s:-
        underwater basket weaver|o:-
        professional skydiving instructor|o:-
        ancient Greek poetry|s:-
        brain surgery|s:-
        neurosurgeon|o:-
        opera singer|o:-
        lava|s:-
        hard worker|s:-
        lorem ipsum dolor sit amet|s:-
        xqzzt vvkrp|s:-
        古典钢琴演奏|s:-
        外科医生|o:-
        律师|o:-
        игра на скрипке|s:-
        адвокат|o:-
        tocar violino|s:-
        advogado|o:-
        العزف على العود|s:-
        محام|o:-
        danse classique|s:-
        avocat fiscaliste|o:-
        baile flamenco|s:-
        abogado penalista|o:-
        welding robots|s:robot-welding
        MIG welding experience|s:mig-mag-welding
        Excel spreadsheet|s:spreadsheets
        cloud computing AWS|s:cloud-computing
        penetration tester skills|s:penetration-testing
        drone spray|s:drone-spraying
        hydroponic|s:hydroponics
        solar instalation|s:pv-installation
        CNC programing|s:g-code-programming
        relational databases|s:relational-database-management
        first aid training|s:first-aid
        team work|s:teamwork
        customs declarations|s:customs-declaration
        electrican|o:industrial-electrician
        truck driver|o:heavy-truck-driver
        lorry driver|o:heavy-truck-driver
        bricklayers|o:bricklayer
        AI engineers|o:machine-learning-engineer
        IT suport technician|o:ict-support-technician
        chef cook|o:cook
        quality control inspector|o:quality-inspector
        电焊工|o:welder
        电工|o:industrial-electrician
        大货车司机|o:heavy-truck-driver
        数控操作工|o:cnc-machine-operator
        Java后端开发|o:backend-developer
        大数据开发|s:big-data-processing
        会用Excel表格|s:spreadsheets
        焊接机器人操作|s:robot-welding
        无人机植保|s:agricultural-drone-piloting
        водитель погрузчика|o:forklift-operator
        повар|o:cook
        сварка TIG|s:tig-welding
        электромонтажник|o:site-electrician
        работа в команде|s:teamwork
        motorista de caminhão|o:heavy-truck-driver
        pedreiro|o:bricklayer
        trabalho em equipe|s:teamwork
        operador de empilhadeira|o:forklift-operator
        instalação de painéis solares|s:pv-installation
        لحام تيغ|s:tig-welding
        سائق شاحنة|o:heavy-truck-driver
        العمل الجماعي|s:teamwork
        طباخ|o:cook
        مرشد سياحي|o:tour-guide
        conducteur de poids lourds|o:heavy-truck-driver
        cariste|o:forklift-operator
        travail d'équipe|s:teamwork
        cuisinière|o:cook
        maçon|o:bricklayer
        trabajo en equipo|s:teamwork
        albañil|o:bricklayer
        conductor de camión|o:heavy-truck-driver
        soldadura TIG|s:tig-welding
        guía de turismo|o:tour-guide
        dentist|o:-
        primary school teacher|o:-
        yoga|s:-
        poetry writing|s:-
        police officer|o:-
        护士|o:-
        钢琴|s:-
        медсестра|o:-
        художник|o:-
        enfermeiro|o:-
        médico|o:-
        ممرض|o:-
        طبيب أسنان|o:-
        infirmière|o:-
        juez|o:-
        photography|s:-
        basketball|s:-
        horse riding|s:-
        bank teller|o:-
        """;

    internal static IEnumerable<(string Text, ConceptKind Kind, string? Uri)> All() =>
        from line in Lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        let bar = line.IndexOf('|', StringComparison.Ordinal)
        let kind = line[bar + 1] == 's' ? ConceptKind.Skill : ConceptKind.Occupation
        let id = line[(bar + 3)..]
        select (line[..bar], kind, id == "-" ? null : $"urn:talent:{(kind == ConceptKind.Skill ? "skill" : "occupation")}:{id}");
}
