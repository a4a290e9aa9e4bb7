// to come
let lifetimes: [String: Scenario] = [:]
