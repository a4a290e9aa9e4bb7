// to come
let chaos: [String: Scenario] = [:]
